namespace CompetencyPortal.Data;

/// <summary>The program will not start as it is set up. The message is meant for whoever started it: print it and end.</summary>
public class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
