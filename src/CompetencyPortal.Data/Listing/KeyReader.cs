namespace CompetencyPortal.Data.Listing;

/// <summary>Reads what a list is sorted by from an address.</summary>
public delegate bool KeyReader<TKey>(string text, out TKey key);
