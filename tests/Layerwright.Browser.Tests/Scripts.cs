namespace Layerwright.Browser.Tests;

/// <summary>What is looked for on a laid-out page. Each script gives a list of faults.</summary>
internal static class Scripts
{
    /// <summary>Every visible piece of text with its boxes, by line.</summary>
    private const string Texts = """
        const texts = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; node = walker.nextNode();) {
            const parent = node.parentElement;
            if (!node.data.trim() || parent.closest('.unseen, title, desc, style') || !parent.checkVisibility()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            // What a box cuts off is not seen; whether it may cut is another question.
            const clips = [];
            for (let element = parent; element; element = element.parentElement)
                if (element instanceof HTMLElement && getComputedStyle(element).overflowX !== 'visible') clips.push(element.getBoundingClientRect());
            for (const line of range.getClientRects()) {
                const left = Math.max(line.left, ...clips.map(clip => clip.left)), right = Math.min(line.right, ...clips.map(clip => clip.right));
                const top = Math.max(line.top, ...clips.map(clip => clip.top)), bottom = Math.min(line.bottom, ...clips.map(clip => clip.bottom));
                if (right - left > 0.5 && bottom - top > 0.5) texts.push({ text: node.data.trim().slice(0, 40), node, parent, box: { left, right, top, bottom } });
            }
        }
        """;

    /// <summary>Text on text. Boxes of lines are taller than their letters, so a few pixels count as touching only.</summary>
    public const string Overlaps = $$"""
        () => {
            {{Texts}}
            texts.sort((a, b) => a.box.top - b.box.top);
            const faults = [];
            for (let i = 0; i < texts.length; i++)
                for (let j = i + 1; j < texts.length && texts[j].box.top < texts[i].box.bottom - 4; j++) {
                    const a = texts[i].box, b = texts[j].box;
                    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                    if (across > 1 && down > 4 && texts[i].node !== texts[j].node) faults.push(`"${texts[i].text}" and "${texts[j].text}" overlap by ${across.toFixed(1)} × ${down.toFixed(1)}`);
                }
            return faults;
        }
        """;

    /// <summary>Text beyond the window, outside its figure, or cut off by a box that hides what does not fit and says it nowhere.</summary>
    public const string Clipped = $$"""
        () => {
            {{Texts}}
            const faults = [];
            for (const { text, parent, box } of texts) {
                const scrolls = parent.closest('.scroll');
                if (!scrolls && (box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5))
                    faults.push(`"${text}" reaches from ${box.left} to ${box.right}`);
                const figure = parent.closest('figure');
                if (figure && !scrolls) {
                    const frame = figure.getBoundingClientRect();
                    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1 || box.top < frame.top - 1)
                        faults.push(`"${text}" stands outside its figure`);
                }
                for (let element = parent; element && !(element instanceof SVGElement); element = element.parentElement)
                    if (getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1 && !element.title)
                        faults.push(`"${text}" is cut off`);
            }
            return faults;
        }
        """;

    /// <summary>Text whose contrast to what is behind it is below 4.5 (WCAG 2.2, 1.4.3).</summary>
    public const string Faint = $$"""
        () => {
            {{Texts}}
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const known = new Map();
            const rgba = colour => {
                if (!known.has(colour)) {
                    canvas.clearRect(0, 0, 1, 1);
                    canvas.fillStyle = colour;
                    canvas.fillRect(0, 0, 1, 1);
                    known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
                }
                return known.get(colour);
            };
            const light = ([r, g, b]) => [r, g, b]
                .map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = element => {
                for (; element; element = element.parentElement) {
                    const colour = rgba(getComputedStyle(element).backgroundColor);
                    if (colour[3] === 255) return colour;
                }
                return rgba('white');
            };
            const faults = new Set();
            for (const { text, parent } of texts) {
                const style = getComputedStyle(parent);
                const a = light(rgba(parent instanceof SVGElement ? style.fill : style.color)), b = light(behind(parent));
                const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (contrast < 4.5) faults.add(`"${text}" has a contrast of ${contrast.toFixed(2)}`);
            }
            return [...faults];
        }
        """;

    /// <summary>Curves, ridges and images that take no room, and figures without any mark.</summary>
    public const string Blank = """
        () => {
            const faults = [];
            for (const path of document.querySelectorAll('path.curve, path.mark'))
                if (path.checkVisibility() && !(path.getBoundingClientRect().width > 1))
                    faults.push(`${path.getAttribute('class')} of "${path.closest('figure, .ridges')?.innerText.split('\n')[0]}" is empty`);
            for (const figure of document.querySelectorAll('figure.chart'))
                if (!figure.querySelector('path.curve, circle.dot')) faults.push(`"${figure.innerText.split('\n')[0]}" shows nothing`);
            for (const image of document.images)
                if (!image.complete || image.naturalWidth === 0 || image.getBoundingClientRect().width < 50) faults.push(`the image "${image.alt}" is not shown`);
            return faults;
        }
        """;

    /// <summary>How many pixels the page is wider than its window.</summary>
    public const string SidewaysScroll = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
}
