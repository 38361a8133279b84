using System.Globalization;
using System.Text;
using FashionMnistSample;
using ReinforcementLearningSample;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
Terminal.PlainTextWhereRedirected();
return Settings.CreateCommand(settings => settings.Seeds == 1 ? OneSeed.Run(settings) : ManySeeds.Run(settings)).Parse(args).Invoke();
