using System.Text;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Load;

/// <summary>A file of revenue that is made as it is read: every other line has a reference, the same in every run.</summary>
internal sealed class RevenueStream(int lines) : Stream
{
    public const int Customers = 300;

    private static readonly string[] Products = ["crm-online", "dynamics-365-customer-engagement", "dynamics-365-enterprise-plan-2", "ax-2012-on-premises"];

    private readonly Dice _dice = new(42);
    private byte[] _text = "reference,customerCode,product,date,amount,netNew\r\n"u8.ToArray();
    private int _at;
    private int _line;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _text.Length)
        {
            _text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200).Select(_ => Next())));
            _at = 0;
        }

        var read = Math.Min(count, _text.Length - _at);
        _text.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private string Next()
    {
        if (_line == lines)
        {
            return "";
        }

        _line++;
        var reference = _line % 2 == 0 ? $"INV-{_line}" : "";
        var day = new DateOnly(2025, 1, 1).AddDays(_dice.Below(730));
        return $"{reference},C{_dice.Below(Customers)},{_dice.Pick(Products)},{day:yyyy-MM-dd},{_dice.Between(-500, 20000)}.{_dice.Below(100):00},{(_dice.Chance(60) ? "true" : "false")}\r\n";
    }
}
