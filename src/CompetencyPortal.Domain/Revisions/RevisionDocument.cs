using System.Collections.Immutable;
using System.Text.Json;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>
/// One revision as JSON: a part of a competency's document, or a text of its own that is kept once published. What is written here is
/// read back as an equal revision.
/// </summary>
public static class RevisionDocument
{
    internal static readonly Property<DateOnly?> EffectiveFrom = new("effectiveFrom", new DateShape());

    private static readonly Property<DateOnly?> PublishedOn = new("publishedOn", new DateShape());

    private static readonly Property<string?> SourceDocument = new("document", new TextShape(mayBeBlank: false));
    private static readonly Property<DateOnly?> SourceVersion = new("version", new DateShape(nullable: true));
    private static readonly Property<RevisionDating?> SourceDatedBy = new("datedBy", new ChoiceShape<RevisionDating>());
    private static readonly Property<DocumentObject?> Source = new("source", new ObjectShape("source", SourceDocument, SourceVersion, SourceDatedBy));

    private static readonly Property<string?> ReadingSource = new("source", new TextShape(mayBeBlank: false));
    private static readonly Property<DateOnly?> DecidedOn = new("decidedOn", new DateShape());

    private static readonly Property<RevenueWindow?> WindowReading = new("reading", new ChoiceShape<RevenueWindow>());
    private static readonly Property<ImmutableArray<DocumentItem<RevenueWindow?>>> WindowAlternatives = new("alternatives", new ListShape<RevenueWindow?>(new ChoiceShape<RevenueWindow>()));
    private static readonly Property<DocumentObject?> Window = new("window", new ObjectShape("window", WindowReading, WindowAlternatives, DecidedOn, ReadingSource));

    private static readonly Property<ImmutableArray<DocumentItem<AssociationType?>>> AnyOfTypes = new("anyOf", new ListShape<AssociationType?>(new ChoiceShape<AssociationType>(), mayBeEmpty: false));
    private static readonly Property<AssociationMoment?> MomentReading = new("reading", new ChoiceShape<AssociationMoment>());
    private static readonly Property<ImmutableArray<DocumentItem<AssociationMoment?>>> MomentAlternatives = new("alternatives", new ListShape<AssociationMoment?>(new ChoiceShape<AssociationMoment>()));
    private static readonly Property<DocumentObject?> Association =
        new("association", new NullableObjectShape(new ObjectShape("associationRule", AnyOfTypes, MomentReading, MomentAlternatives, DecidedOn, ReadingSource)));

    private static readonly Property<decimal?> Developed = new("developed", new AmountShape(nullable: true));
    private static readonly Property<decimal?> Developing = new("developing", new AmountShape(nullable: true));
    private static readonly ObjectShape MarketAmountsShape = new("marketAmounts", Developed, Developing);
    private static readonly Property<DocumentObject?> SilverAmounts = new("silver", new NullableObjectShape(MarketAmountsShape));
    private static readonly Property<DocumentObject?> GoldAmounts = new("gold", new NullableObjectShape(MarketAmountsShape));
    private static readonly Property<DocumentObject?> Amounts = new("amounts", new ObjectShape("amounts", SilverAmounts, GoldAmounts));

    private static readonly Property<string?> ThresholdId = new("id", new CodeShape());
    private static readonly Property<ImmutableArray<DocumentItem<string>>> ThresholdProducts = new("products", new ListShape<string>(new TextShape(), mayBeEmpty: false));
    private static readonly Property<bool?> NetNewOnly = new("netNewOnly", new FlagShape());
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Thresholds =
        new("thresholds", new ListShape<DocumentObject>(new ObjectShape("threshold", ThresholdId, ThresholdProducts, NetNewOnly, Window, Association, Amounts)));

    private static readonly Property<int?> SlotPlaces = new("places", new CountShape(Slot.MostPlaces));
    private static readonly Property<JsonCriterion?> SlotCriterion = new("each", new CriterionShape());
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Slots =
        new("slots", new ListShape<DocumentObject>(new ObjectShape("slot", SlotPlaces, SlotCriterion), mayBeEmpty: false));

    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Teams =
        new("teams", new ListShape<DocumentObject>(new ObjectShape("team", Slots), mayBeEmpty: false));

    private static readonly ListShape<DocumentObject> Paths = new(new ObjectShape("path", Teams), mayBeEmpty: false, nullable: true);
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> SilverPaths = new("silver", Paths);
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> GoldPaths = new("gold", Paths);
    private static readonly Property<DocumentObject?> Staffing = new("staffing", new ObjectShape("staffing", SilverPaths, GoldPaths));

    private static readonly Property<string?> OptionCode = new("code", new CodeShape());
    private static readonly Property<string?> OptionName = new("name", new TextShape(mayBeBlank: false));
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Options =
        new("options", new ListShape<DocumentObject>(new ObjectShape("option", OptionCode, OptionName, Thresholds, Staffing), mayBeEmpty: false));

    internal static ObjectShape Shape { get; } = new("revision", EffectiveFrom, PublishedOn, Source, Options);

    /// <summary>Reads a text that <see cref="Write"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rulebook">Knows the products and credentials that the revision may name.</param>
    /// <exception cref="DocumentException">The text is not a revision.</exception>
    public static Revision Read(string text, Rulebook rulebook)
    {
        var errors = new DocumentErrors();
        using var document = JsonDocument.Parse(text);
        var root = Shape.Read(document.RootElement, DocumentPath.Root, errors);
        var revision = root is null ? null : Read(root, rulebook, errors);
        errors.ThrowIfAny("The revision");
        return revision!;
    }

    /// <summary>Writes the revision as an indented text.</summary>
    public static string Write(Revision revision) => RevisionWriter.Write(revision);

    internal static Revision? Read(DocumentObject root, Rulebook rulebook, DocumentErrors errors)
    {
        var before = errors.Count;
        var effectiveFrom = root.Read(EffectiveFrom);
        var publishedOn = root.Read(PublishedOn);
        var source = root.Read(Source);
        var document = source?.Read(SourceDocument);
        var version = source?.Read(SourceVersion);
        var datedBy = source?.Read(SourceDatedBy);
        var options = ReadOptions(root, rulebook, errors);
        return errors.Count > before
            ? null
            : new Revision(effectiveFrom!.Value, publishedOn!.Value, new RevisionSource(document!, version, datedBy!.Value), options);
    }

    private static ImmutableArray<CompetencyOption> ReadOptions(DocumentObject root, Rulebook rulebook, DocumentErrors errors)
    {
        var options = ImmutableArray.CreateBuilder<CompetencyOption>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, _) in root.Read(Options))
        {
            var before = errors.Count;
            var code = item.Read(OptionCode);
            var name = item.Read(OptionName);
            if (code is not null && !codes.Add(code))
            {
                item.Refuse(OptionCode, $"“{code}” is another option's code already; codes are different.");
            }

            var thresholds = ReadThresholds(item, rulebook, errors);
            var staffing = item.Read(Staffing);
            var silver = ReadStaffing(staffing?.Read(SilverPaths) ?? [], rulebook, errors);
            var gold = ReadStaffing(staffing?.Read(GoldPaths) ?? [], rulebook, errors);
            if (errors.Count > before)
            {
                continue;
            }

            RefuseEmptyTier(item, Tier.Silver, silver, thresholds);
            RefuseEmptyTier(item, Tier.Gold, gold, thresholds);
            if (errors.Count == before)
            {
                options.Add(new CompetencyOption(code!, name!, thresholds, silver, gold));
            }
        }

        return options.DrainToImmutable();
    }

    private static void RefuseEmptyTier(DocumentObject option, Tier tier, StaffingRequirement? staffing, ImmutableArray<RevenueThreshold> thresholds)
    {
        if (staffing is null && thresholds.All(threshold => threshold.AmountsFor(tier) is null))
        {
            option.Refuse(Staffing, $"{ChoiceShape<Tier>.NameOf(tier)} asks for nothing; state a threshold's amounts or places for it.");
        }
    }

    private static ImmutableArray<RevenueThreshold> ReadThresholds(DocumentObject option, Rulebook rulebook, DocumentErrors errors)
    {
        var thresholds = ImmutableArray.CreateBuilder<RevenueThreshold>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, _) in option.Read(Thresholds))
        {
            var before = errors.Count;
            var id = item.Read(ThresholdId);
            if (id is not null && !ids.Add(id))
            {
                item.Refuse(ThresholdId, $"“{id}” is another threshold's id already; ids are different.");
            }

            var products = ReadProducts(item, rulebook, errors);
            var netNewOnly = item.Read(NetNewOnly);
            var window = item.Read(Window) is { } stated ? ReadReading(stated, WindowReading, WindowAlternatives, errors) : null;
            var association = ReadAssociation(item, errors);
            var amounts = item.Read(Amounts);
            var silver = ReadAmounts(amounts?.Read(SilverAmounts));
            var gold = ReadAmounts(amounts?.Read(GoldAmounts));
            if (errors.Count > before)
            {
                continue;
            }

            if (silver is null && gold is null)
            {
                item.Refuse(Amounts, "state the amounts for at least one tier.");
                continue;
            }

            thresholds.Add(new RevenueThreshold(id!, products, netNewOnly!.Value, window!, association, silver, gold));
        }

        return thresholds.DrainToImmutable();
    }

    private static ImmutableArray<ProductCode> ReadProducts(DocumentObject threshold, Rulebook rulebook, DocumentErrors errors)
    {
        var products = ImmutableArray.CreateBuilder<ProductCode>();
        foreach (var (spelling, path) in threshold.Read(ThresholdProducts))
        {
            if (rulebook.Products.Find(spelling) is not { } product)
            {
                errors.Add(path, $"“{spelling}” is no known product; state it under “products”.");
            }
            else if (products.Contains(product.Code))
            {
                errors.Add(path, $"“{spelling}” stands twice; keep one of the two.");
            }
            else
            {
                products.Add(product.Code);
            }
        }

        return products.DrainToImmutable();
    }

    private static AssociationRule? ReadAssociation(DocumentObject threshold, DocumentErrors errors)
    {
        if (threshold.Read(Association) is not { } rule)
        {
            return null;
        }

        var types = Distinct(rule.Read(AnyOfTypes), errors);
        var moment = ReadReading(rule, MomentReading, MomentAlternatives, errors);
        return types.IsEmpty || moment is null ? null : new AssociationRule(types, moment);
    }

    private static Reading<T>? ReadReading<T>(DocumentObject item, Property<T?> reading, Property<ImmutableArray<DocumentItem<T?>>> alternatives, DocumentErrors errors)
        where T : struct, Enum
    {
        var before = errors.Count;
        var judges = item.Read(reading);
        var others = Distinct(item.Read(alternatives), errors);
        var decidedOn = item.Read(DecidedOn);
        var source = item.Read(ReadingSource);
        if (judges is { } chosen && others.Contains(chosen))
        {
            item.Refuse(alternatives, $"“{ChoiceShape<T>.NameOf(chosen)}” is the reading itself; name only the others.");
        }

        return errors.Count > before ? null : new Reading<T>(judges!.Value, others, decidedOn!.Value, source!);
    }

    private static ImmutableArray<T> Distinct<T>(ImmutableArray<DocumentItem<T?>> items, DocumentErrors errors)
        where T : struct, Enum
    {
        var values = ImmutableArray.CreateBuilder<T>(items.Length);
        foreach (var (item, path) in items)
        {
            if (values.Contains(item!.Value))
            {
                errors.Add(path, $"“{ChoiceShape<T>.NameOf(item.Value)}” stands twice; keep one of the two.");
            }
            else
            {
                values.Add(item.Value);
            }
        }

        return values.DrainToImmutable();
    }

    private static MarketAmounts? ReadAmounts(DocumentObject? amounts) =>
        amounts is null ? null : new MarketAmounts(amounts.Read(Developed), amounts.Read(Developing));

    private static StaffingRequirement? ReadStaffing(ImmutableArray<DocumentItem<DocumentObject>> paths, Rulebook rulebook, DocumentErrors errors)
    {
        var read = ImmutableArray.CreateBuilder<StaffingPath>(paths.Length);
        foreach (var (path, _) in paths)
        {
            var teams = ImmutableArray.CreateBuilder<Team>();
            foreach (var (team, _) in path.Read(Teams))
            {
                if (ReadSlots(team, rulebook, errors) is { IsEmpty: false } slots)
                {
                    teams.Add(new Team(slots));
                }
            }

            if (teams.Count > 0)
            {
                read.Add(new StaffingPath(teams.DrainToImmutable()));
            }
        }

        return read.Count == 0 ? null : new StaffingRequirement(read.DrainToImmutable());
    }

    private static ImmutableArray<Slot> ReadSlots(DocumentObject team, Rulebook rulebook, DocumentErrors errors)
    {
        var items = team.Read(Slots);
        if (items.Length > Team.MostSlots)
        {
            team.Refuse(Slots, $"a team has at most {Team.MostSlots} slots.");
            return [];
        }

        var slots = ImmutableArray.CreateBuilder<Slot>(items.Length);
        foreach (var (item, _) in items)
        {
            var places = item.Read(SlotPlaces);
            var criterion = item.Read(SlotCriterion)?.Read(rulebook.Credentials, errors);
            if (places is { } count && criterion is not null)
            {
                slots.Add(new Slot(count, criterion));
            }
        }

        return slots.DrainToImmutable();
    }
}
