using System.Reflection;
using System.Reflection.Emit;
using System.Text;

using Microsoft.AspNetCore.Mvc.Razor;

namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>The markup that a view's author wrote, read back from the compiled view: what the code fills in is left out.</summary>
internal static class CompiledView
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>Every view of the portal; never none.</summary>
    public static IReadOnlyList<Type> All()
    {
        var views = typeof(Program).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(RazorPageBase))).ToList();
        Assert.NotEmpty(views);
        return views;
    }

    public static string MarkupOf(Type view)
    {
        var markup = new StringBuilder();
        foreach (var method in MethodsOf(view))
        {
            AppendMarkup(markup, method);
            markup.Append('\n');
        }

        return markup.ToString();
    }

    /// <summary>The methods of the view and of the classes that the compiler nests in it.</summary>
    private static IEnumerable<MethodInfo> MethodsOf(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMethods(Own).Concat(type.GetNestedTypes(Own).SelectMany(MethodsOf));
    }

    private static void AppendMarkup(StringBuilder markup, MethodInfo method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            return;
        }

        string? literal = null;
        for (var at = 0; at < code.Length;)
        {
            var operation = OpCodesByValue[code[at] is 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += operation.Size;
            if (literal is not null && operation.OperandType is OperandType.InlineMethod && NameOfCalled(method, code, at) is "WriteLiteral")
            {
                markup.Append(literal);
            }

            literal = operation == OpCodes.Ldstr ? method.Module.ResolveString(BitConverter.ToInt32(code, at)) : null;
            at += SizeOfOperand(operation, code, at);
        }
    }

    private static string? NameOfCalled(MethodInfo method, byte[] code, int at) => method.Module.ResolveMethod(
        BitConverter.ToInt32(code, at), method.DeclaringType!.GetGenericArguments(), method.GetGenericArguments())?.Name;

    private static int SizeOfOperand(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
