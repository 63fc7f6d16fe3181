using System.Net;
using System.Reflection;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Isolation;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>A form changes what it shows: whatever is posted beside its own fields goes nowhere.</summary>
public sealed class OverPostingTests(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Text = "overposted";
    private const string Number = "98765";
    private const string Day = "1999-09-09";

    /// <summary>Where a careless binder would look for an entity's properties.</summary>
    private static readonly string[] Prefixes = ["", "Input.", "View.", "Row.", "Input.Row.", "Input.Partner."];

    private static readonly string[] Standing = ["Role", "IsDemo", "PartnerId", "PasswordHash", "EmailConfirmed", "TwoFactorEnabled", "SecurityStamp"];

    [Fact]
    public async Task Forms_PostedWithEveryPropertyOfEveryEntity_ChangeNothingButTheirOwnFields()
    {
        // Nobody is led to an organisation that comes later: what arrives there came with what was posted beside.
        var forms = PostedForm.Of(await Crawl.AsPartnerAndStaffAsync(Portal), Portal.Clock.Today);
        var foreign = await Portal.AddOrganisationAsync("Tailspin");
        var extras = Extras(foreign.Id);
        // More fields than a form may have are refused whole.
        Assert.InRange(extras.Count, 300, 1000);
        var before = await DumpAsync();

        List<string> done = [], refused = [];
        foreach (var form in forms)
        {
            var own = form.Fields.Select(field => field.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            // The forms before may have changed what a deletion confirms.
            var opened = form.Target.AbsolutePath.Contains("/delete", StringComparison.Ordinal) ? await form.ReopenAsync(Portal.Clock.Today) : form;
            var answer = await opened.PostAsync(extras.Where(extra => !own.Contains(extra.Key)));
            Assert.True((int)answer.StatusCode < 500, $"{form} answered {(int)answer.StatusCode}.");
            if (answer.StatusCode is HttpStatusCode.Redirect && !answer.Headers.Location!.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal))
            {
                done.Add(form.ToString());
            }
            else
            {
                refused.Add($"{form}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
            }
        }

        // Nothing was proven by forms that were refused.
        foreach (var expected in new[] { "/customers/add", "/people/add", "/revenue/", "/delete", "/program/" })
        {
            Assert.True(done.Exists(form => form.Contains(expected, StringComparison.Ordinal)), $"No form of {expected} was accepted; refused: {refused.FirstOrDefault(form => form.Contains(expected, StringComparison.Ordinal))}");
        }

        var after = await DumpAsync();
        Nothing.IsWrong(
            from row in after.Except(before)
            from mark in new[] { Text, Number, Day, foreign.Id.ToString() }
            // An event about a key that was not found repeats every key that was sent.
            where row.Contains(mark, StringComparison.Ordinal) && !row.Contains($"\"{MissingKeyTrail.Action}\"", StringComparison.Ordinal)
            select $"{mark} in {row}");
        Assert.NotEmpty(after.Except(before));
    }

    [Fact]
    public async Task Forms_PostedWithRightsOfAnAccount_LeaveEveryAccountAsItWas()
    {
        // The pages about one person change that person's rights by their own fields.
        var forms = PostedForm.Of(await Crawl.AsPartnerAndStaffAsync(Portal), Portal.Clock.Today).Where(form => !form.Target.AbsolutePath.Contains("/members/", StringComparison.Ordinal)).ToList();
        var foreign = await Portal.AddOrganisationAsync("Tailspin");
        var extras = Extras(foreign.Id).Where(extra => Standing.Any(name => extra.Key.EndsWith(name, StringComparison.Ordinal))).ToList();
        var before = await AccountsAsync();
        foreach (var form in forms)
        {
            var own = form.Fields.Select(field => field.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            await form.PostAsync(extras.Where(extra => !own.Contains(extra.Key)));
        }

        Nothing.IsWrong((await AccountsAsync()).Except(before));
    }

    /// <summary>An entity that a page binds takes whatever is posted.</summary>
    [Fact]
    public async Task NoPage_BindsAnEntity()
    {
        var entities = EntityTypes().Select(type => type.ClrType).ToHashSet();
        var bound = new List<(string Page, Type Type)>();
        foreach (var route in (await PortalRoute.OfAsync(Portal)).Where(route => route.Page is not null))
        {
            var types = route.Page!.BoundProperties.Select(property => property.ParameterType)
                .Concat(route.Page.HandlerMethods.SelectMany(handler => handler.Parameters).Select(parameter => parameter.ParameterType));
            bound.AddRange(types.SelectMany(type => Reached(type, [])).Select(type => (route.Path, type)));
        }

        Assert.Contains(bound, one => one.Type.Name is "InputModel");
        Nothing.IsWrong(bound.Where(one => entities.Contains(one.Type)));
    }

    private static IEnumerable<Type> Reached(Type type, HashSet<Type> seen)
    {
        var element = type.IsArray ? type.GetElementType()! : type;
        if (!seen.Add(element))
        {
            return [];
        }

        var inner = element.GetGenericArguments()
            .Concat(element.Namespace?.StartsWith("CompetencyPortal", StringComparison.Ordinal) is true && !element.IsEnum
                ? element.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.PropertyType)
                : []);
        return inner.SelectMany(one => Reached(one, seen)).Prepend(element);
    }

    private List<KeyValuePair<string, string>> Extras(Guid foreign) =>
        [.. (from entity in EntityTypes()
             from property in entity.GetProperties()
             from prefix in Prefixes
             select KeyValuePair.Create(prefix + property.Name, ValueFor(property.ClrType, foreign))).DistinctBy(extra => extra.Key)];

    private static string ValueFor(Type type, Guid foreign)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(Guid) ? foreign.ToString()
            : plain == typeof(bool) ? "true"
            : plain.IsEnum ? Enum.GetNames(plain)[^1]
            : plain == typeof(DateOnly) ? Day
            : plain == typeof(DateTimeOffset) ? $"{Day}T00:00:00Z"
            : plain == typeof(int) || plain == typeof(long) || plain == typeof(decimal) ? Number
            : Text;
    }

    private List<IEntityType> EntityTypes()
    {
        using var db = Portal.Database.OpenAsOwner();
        return [.. db.GetService<IDesignTimeModel>().Model.GetEntityTypes()];
    }

    /// <summary>Every row of every table, as text.</summary>
    private async Task<HashSet<string>> DumpAsync()
    {
        var rows = new HashSet<string>();
        foreach (var table in EntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            rows.UnionWith(await QueryAsync($"""SELECT '{table} ' || to_jsonb(t)::text FROM "{table}" t"""));
        }

        Assert.NotEmpty(rows);
        return rows;
    }

    private async Task<HashSet<string>> AccountsAsync()
    {
        var rows = await QueryAsync($"""SELECT concat_ws('|', "Id", {string.Join(", ", Standing.Select(name => $"\"{name}\""))}) FROM "{EntityTypes().Single(type => type.ClrType == typeof(PortalUser)).GetTableName()}" """);
        Assert.NotEmpty(rows);
        return rows;
    }

    /// <summary>As the role that owns the tables, which sees every organisation's rows.</summary>
    private async Task<HashSet<string>> QueryAsync(string sql)
    {
        await using var db = Portal.Database.OpenAsOwner();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync(Cancellation);
        command.CommandText = sql;
        var rows = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
