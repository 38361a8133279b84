Console.WriteLine("…");
