namespace Layerwright.Reporting;

/// <summary>The page's style sheet. It holds no character that XML would escape, since a browser does not unescape it.</summary>
internal static class Style
{
    public static string Sheet { get; } =
        $":root{{color-scheme:light dark;{Palette.Light}}}\n@media (prefers-color-scheme:dark){{:root{{{Palette.Dark}}}}}\n{Rules}";

    private const string Rules = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main,header,footer{max-width:1120px;margin:0 auto;padding:0 20px}
        header{padding-top:36px}
        h1{font-size:30px;line-height:1.2;margin:0;overflow-wrap:anywhere}
        h2{font-size:21px;line-height:1.3;margin:48px 0 12px;padding-top:14px;border-top:1px solid var(--grid)}
        h3{font-size:15px;line-height:1.4;margin:0;overflow-wrap:anywhere}
        h2+p,header p{margin:6px 0 14px;color:var(--soft);max-width:72ch;overflow-wrap:anywhere}
        nav{margin-top:18px;font-size:14px}
        nav a{display:inline-block;margin-right:18px;padding:4px 0;color:var(--training)}
        footer{margin-top:56px;padding-bottom:40px;color:var(--soft);font-size:13px}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(230px,1fr));gap:12px;margin:24px 0 0}
        .facts div{background:var(--card);border-radius:8px;padding:12px 14px}
        .facts dt{font-size:13px;color:var(--soft);overflow-wrap:anywhere}
        .facts dd{margin:0;font-size:21px;line-height:1.35;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        .facts small{display:block;font-size:12px;line-height:1.4;color:var(--soft)}
        .grid2{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:32px 36px;margin-top:20px;align-items:start}
        figure{margin:0;min-width:0}
        figcaption p,.hint{margin:2px 0 0;font-size:13px;line-height:1.45;color:var(--soft);overflow-wrap:anywhere}
        figcaption{margin-bottom:10px}
        svg{display:block;overflow:visible}
        .plot svg svg{overflow:visible}
        .plot text,.dots text{font-size:12px;fill:var(--soft)}
        .tick{text-anchor:middle;font-variant-numeric:tabular-nums}
        .tick.left,.tick.end{text-anchor:end}
        .tick.start{text-anchor:start}
        .grid{stroke:var(--grid);stroke-width:1}
        .band{fill:var(--good);opacity:.13}
        .curve{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        .training{--mark:var(--training)}
        .validation{--mark:var(--validation)}
        .batches{--mark:color-mix(in srgb,var(--training) 45%,var(--page))}
        .reference{--mark:var(--soft)}
        .deep,.ridge{--mark:color-mix(in oklab,var(--last) var(--depth),var(--first))}
        .curve{stroke:var(--mark)}
        .curve.batches{stroke-width:1}
        .curve.reference{stroke-dasharray:3 5;stroke-width:1.5}
        .curve.deep{stroke-width:1.6}
        .dot{fill:var(--mark)}
        .dot.row{opacity:.55}
        .dot.hollow{fill:var(--page);stroke:var(--training);stroke-width:1.5}
        .between{stroke:var(--training);stroke-width:1.5;opacity:.5}
        .plot text.label{fill:var(--mark);font-weight:600}
        .leader{fill:none;stroke:var(--grid)}
        details{margin-top:8px;font-size:14px}
        summary{cursor:pointer;color:var(--soft);padding:4px 0;font-size:13px}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;font-size:14px;line-height:1.4;font-variant-numeric:tabular-nums}
        th,td{padding:5px 14px 5px 0;text-align:left;vertical-align:top}
        thead th{color:var(--soft);font-weight:600;font-size:13px;white-space:nowrap}
        tbody tr{border-top:1px solid var(--grid)}
        tbody th{font-weight:400}
        .number{text-align:right;white-space:nowrap}
        tr.total{font-weight:600}
        .dots{width:100%;table-layout:fixed}
        .dots th,.dots td{padding:3px 8px 3px 0;font-size:13px;vertical-align:middle}
        .dots tbody tr{border:0}
        .dots th:nth-child(1){width:32%;overflow-wrap:anywhere}
        .dots th:nth-child(3),.dots th:nth-child(4){width:82px;text-align:right;font-size:12px}
        .dots td:nth-child(3),.dots td:nth-child(4){font-size:12px;white-space:normal}
        .dots td:nth-child(2),.dots th:nth-child(2){padding-left:6px;padding-right:12px}
        .findings{list-style:none;margin:0;padding:0;display:grid;gap:12px}
        .findings li{background:var(--card);border-left:4px solid var(--tone);border-radius:6px;padding:12px 16px;overflow-wrap:anywhere}
        .findings p{margin:4px 0 0;max-width:90ch}
        .findings .where{font-size:13px;color:var(--soft)}
        .findings b{color:var(--tone)}
        .verdict{color:var(--tone);font-weight:600}
        .passed{--tone:var(--good)}
        .warning{--tone:var(--warning)}
        .note{--tone:var(--note)}
        .layer{display:grid;grid-template-columns:190px 1fr;gap:8px 24px;padding:16px 0;border-top:1px solid var(--grid)}
        .layer .panels{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}
        .ridges{min-width:0}
        .ridges .head{font-size:12px;color:var(--soft);margin-bottom:2px}
        .ridges .ends{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 6px;font-size:11px;color:var(--soft);border-top:1px solid var(--soft);padding-top:2px;font-variant-numeric:tabular-nums}
        .mark.ridge{stroke:var(--mark);stroke-width:1.2;fill:color-mix(in srgb,var(--mark) 22%,var(--page))}
        article{margin-top:30px}
        .strip{display:grid;grid-template-columns:repeat(auto-fill,minmax(92px,1fr));gap:14px 12px;margin:8px 0 18px}
        .strip .hint{font-size:11px}
        .confusion{border-spacing:0}
        .confusion th,.confusion td{padding:6px 8px;font-size:13px;text-align:right;vertical-align:middle;min-width:40px}
        .confusion tbody th{text-align:right;white-space:nowrap;max-width:180px;overflow:hidden;text-overflow:ellipsis}
        .confusion thead th{vertical-align:bottom;text-align:center;font-weight:400}
        .confusion thead th span{white-space:nowrap;writing-mode:vertical-rl;transform:rotate(180deg);display:inline-block;max-height:120px;overflow:hidden;text-overflow:ellipsis;text-align:left}
        .confusion tr{border:0}
        .confusion td.right{background:color-mix(in srgb,var(--training) var(--share),var(--page))}
        .confusion td.wrong{background:color-mix(in srgb,var(--validation) var(--share),var(--page))}
        .confusion td.none{color:var(--soft)}
        .mistakes{list-style:none;margin:16px 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(132px,1fr));gap:18px 16px}
        .mistakes li{font-size:13px;line-height:1.4;overflow-wrap:anywhere}
        .mistakes img{display:block;width:100%;max-width:132px;height:auto;image-rendering:pixelated;border-radius:4px;background:var(--card);margin-bottom:6px}
        .mistakes .took{color:var(--validation)}
        .mistakes .was{color:var(--training)}
        @media (max-width:640px){
        main,header,footer{padding-left:16px;padding-right:16px}
        h1{font-size:25px}
        .facts{grid-template-columns:repeat(auto-fit,minmax(130px,1fr))}
        .dots th:nth-child(1){width:30%}
        .dots th:nth-child(3),.dots th:nth-child(4){width:66px}
        .dots td:nth-child(3),.dots td:nth-child(4){font-size:11px}
        .layer{grid-template-columns:1fr}
        .layer .panels{gap:10px}
        .confusion th,.confusion td{padding:3px 3px;font-size:11px;min-width:25px}
        .confusion tbody th{max-width:84px}
        .mistakes{grid-template-columns:repeat(auto-fill,minmax(100px,1fr))}
        }
        @media print{.layer,.findings li,figure{break-inside:avoid}}
        """;
}
