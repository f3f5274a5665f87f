package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.text.NamedCreatorRepository;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.Collisions;
import dev.upswell.server.theme.KeptTheme;
import dev.upswell.server.theme.ThemeRefused;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.ExplanationText;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.wording.Matter;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Wordings;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.trend.MetricRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Narratives of a tenant: made of what is stored, worded by a model or a template, kept with what people say of them.
public final class Narratives {

    private static final List<EntityKind> KINDS = List.of(EntityKind.HASHTAG, EntityKind.SOUND, EntityKind.VIDEO);
    /// For how long what is no longer among what moves most still stands.
    private static final Duration STANDING = Duration.ofDays(2);

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Services services;
    private final Movements movements;
    private final Risks risks;
    private final Counterfactuals counterfactuals;
    private final CollisionTelling collisions;
    private final ThemeTelling themeTelling;
    private final NarrativeRepository rows = new NarrativeRepository();

    /// What narratives are made by.
    public record Services(TrendQuery trends, EntityQuery entities, Models models, Themes themes, Wordings wordings,
            NarrativeSettings settings) {
    }

    /// By what models are asked again.
    public record Models(ModelRegistry registry, FeatureStore features, Histories histories) {
    }

    /// What led up to an instant.
    public interface Histories {

        /// The readings of an entity that a forecast of this task looks at as of an instant; empty where it has none.
        Optional<EntitySeries> until(ModelTask task, EntityId entity, Instant asOf);
    }

    public Narratives(TenantId tenant, Database database, InstantSource clock, Services services) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.services = services;
        var carriers = new CarrierRepository(tenant, database,
                new NamedCreatorRepository(tenant, database, services.settings().namedFrom()));
        this.movements = new Movements(tenant, services.entities(), carriers, ExplanationText.english());
        this.risks = new Risks(movements, carriers);
        this.counterfactuals = new Counterfactuals(tenant, services.models());
        this.collisions = new CollisionTelling(new Collisions(tenant, database));
        this.themeTelling = new ThemeTelling(movements, carriers);
    }

    /// Which narratives are wanted; null stands for all.
    public record Filter(@Nullable NarrativeKind kind, @Nullable Topic topic, @Nullable Locale language) {
    }

    /// What a run did.
    ///
    /// @param made narratives that are new
    /// @param same those whose evidence is as old as that of the one that stands
    /// @param models how many of the new ones a language model wrote
    public record Round(int made, int same, int models) {

        private Round plus(Round other) {
            return new Round(made + other.made, same + other.same, models + other.models);
        }
    }

    /// Part of a longer list.
    public record Part(List<Narrative> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// Makes narratives of what moves most and of what collides, in every language of the settings.
    ///
    /// What was made as of the same instant is not made again, nor a pair that collides with the same figures as before; and what is two days older than the last computed end of its kind stands no
    /// longer · **cost** a few queries of the lake for each entity, and what models cost
    public Round run() {
        Round round = new Round(0, 0, 0);
        for (EntityKind kind : EntityKind.values()) {
            TrendTable table = services.trends().trends(tenant, kind, null);
            int most = KINDS.contains(kind) ? services.settings().entities() : 0;
            for (TrendTable.Line line : table.lines().stream().limit(most).toList()) {
                EntityId entity = line.ranked().row().entity();
                MetricRow row = row(entity, table).orElse(null);
                if (row != null) {
                    round = round.plus(of(entity, line.name(), table, row, false));
                }
            }
            Instant at = table.at();
            if (at != null) {
                withdraw(kind.label(), at);
            }
        }
        return round.plus(themes());
    }

    /// Of the themes whose posts of a week changed most in number, and of the pairs that the last searches found.
    private Round themes() {
        Round round = new Round(0, 0, 0);
        TrendTable hashtags = services.trends().trends(tenant, EntityKind.HASHTAG, null);
        Instant asOf = collisions.last(CollisionRun.Kind.THEME).map(CollisionRun::asOf).orElse(null);
        if (asOf != null) {
            for (KeptTheme theme : services.themes().list(false).stream()
                    .sorted(Comparator.comparingInt(Narratives::change).reversed())
                    .limit(services.settings().entities()).toList()) {
                round = round.plus(of(services.themes().members(theme.id()), asOf, hashtags, false));
            }
            round = round.plus(collided(CollisionRun.Kind.THEME, asOf));
            withdraw(Topic.THEME, asOf);
        }
        Instant end = hashtags.at();
        return end == null ? round : round.plus(collided(CollisionRun.Kind.HASHTAG, end));
    }

    private static int change(KeptTheme theme) {
        return Math.abs(theme.figures().lastWeek() - theme.figures().weekBefore());
    }

    private Round collided(CollisionRun.Kind kind, Instant end) {
        Round round = new Round(0, 0, 0);
        CollisionRun run = collisions.current(kind, end).orElse(null);
        if (run != null) {
            for (CollisionRun.Pair pair : run.found().stream().limit(services.settings().entities()).toList()) {
                Topic topic = CollisionTelling.teller(run, pair).orElse(null);
                if (topic != null) {
                    round = round.plus(told(NarrativeKind.COLLISION, topic, collisions.of(topic, end), false));
                }
            }
        }
        return round;
    }

    private void withdraw(String kind, Instant at) {
        database.transactions().run(tenant, db -> rows.withdraw(db, kind, at.minus(STANDING), clock.instant()));
    }

    /// Makes what can be told of one entity or theme anew, in every language of the settings, and returns what stands of it then.
    ///
    /// @param entity as kind/id, such as hashtag/corgilife or theme/12
    ///
    /// What a person has spoken of stays as it is where nothing newer is known.
    ///
    /// **errors** [NarrativeRefused] when nothing is known of it, or nothing can be told
    public List<Narrative> make(String entity) {
        Topic wanted = topic(entity);
        if (wanted != null && wanted.isTheme()) {
            return ofTheme(wanted);
        }
        EntityId id = entity(entity);
        String name = services.entities().name(tenant, id).orElseThrow(() -> NarrativeRefused.noEntity(entity));
        TrendTable table = services.trends().trends(tenant, id.kind(), null);
        MetricRow row = row(id, table).orElseThrow(() -> NarrativeRefused.noMetrics(entity));
        Round round = of(id, name, table, row, true);
        if (round.made() + round.same() == 0) {
            throw NarrativeRefused.nothingHeld(entity);
        }
        return list(new Filter(null, Topic.of(id, name), null), 100, 0).items();
    }

    private List<Narrative> ofTheme(Topic wanted) {
        String name = wanted.kind() + "/" + wanted.id();
        Themes.Members members;
        try {
            members = services.themes().members(Long.parseLong(wanted.id()));
        } catch (ThemeRefused unknown) {
            throw NarrativeRefused.noEntity(name);
        }
        Instant asOf = collisions.last(CollisionRun.Kind.THEME).map(CollisionRun::asOf)
                .orElseThrow(() -> NarrativeRefused.nothingHeld(name));
        Round round = of(members, asOf, services.trends().trends(tenant, EntityKind.HASHTAG, null), true);
        if (round.made() + round.same() == 0) {
            throw NarrativeRefused.nothingHeld(name);
        }
        return list(new Filter(null, wanted, null), 100, 0).items();
    }

    private Round of(Themes.Members members, Instant asOf, TrendTable hashtags, boolean anew) {
        Topic topic = Topic.of(members.theme());
        return told(NarrativeKind.NARRATIVE, topic, themeTelling.of(members, asOf, hashtags), anew)
                .plus(told(NarrativeKind.COLLISION, topic, collisions.of(topic, asOf), anew));
    }

    private Optional<MetricRow> row(EntityId entity, TrendTable table) {
        Instant at = table.at();
        return at == null ? Optional.empty() : movements.row(entity, at);
    }

    private Round of(EntityId entity, String name, TrendTable table, MetricRow row, boolean anew) {
        Topic topic = Topic.of(entity, name);
        return told(NarrativeKind.NARRATIVE, topic, movements.of(topic, entity, row), anew)
                .plus(told(NarrativeKind.RISK, topic, risks.of(topic, entity, row, table), anew))
                .plus(told(NarrativeKind.COUNTERFACTUAL, topic, counterfactuals.of(topic, entity, row.end()), anew))
                .plus(told(NarrativeKind.COLLISION, topic, collisions.of(topic, row.end()), anew));
    }

    /// Words what was found; where nothing was, what stood of it does no longer.
    private Round told(NarrativeKind kind, Topic topic, Optional<Told> found, boolean anew) {
        if (found.isPresent()) {
            return word(kind, found.get(), anew);
        }
        database.transactions().run(tenant, db -> rows.withdraw(db, kind, topic, clock.instant()));
        return new Round(0, 0, 0);
    }

    /// Puts what was found into words, in every language; where no sentence held, what is older stands no longer.
    private Round word(NarrativeKind kind, Told told, boolean anew) {
        Round round = new Round(0, 0, 0);
        for (Locale language : services.settings().languages()) {
            List<Narrative> standing = list(new Filter(kind, told.topic(), language), 1, 0).items();
            boolean current = standing.stream().anyMatch(one -> !one.asOf().isBefore(told.asOf()));
            if (!current && !anew && kind == NarrativeKind.COLLISION && stillStands(standing, told)) {
                round = round.plus(new Round(0, 1, 0));
                continue;
            }
            boolean spokenOf = standing.stream().anyMatch(one -> one.text().word() != null);
            if (current && (!anew || spokenOf)) {
                round = round.plus(new Round(0, 1, 0));
                continue;
            }
            Worded worded = services.wordings().wording()
                    .write(new Matter(kind.purpose(), told.evidence(), language, told.topic().entity(),
                            NarrativeText.in(language).sentences(told.lines()),
                            Math.min(kind.least(), told.lines().size())));
            if (!worded.sentences().isEmpty()) {
                database.transactions().run(tenant, db -> rows.put(db, kept(kind, told, language, worded)));
                round = round.plus(new Round(1, 0, worded.by() == Worded.Author.MODEL ? 1 : 0));
            } else if (current) {
                round = round.plus(new Round(0, 1, 0));
            } else {
                database.transactions().run(tenant,
                        db -> rows.withdraw(db, kind, told.topic(), language, told.asOf(), clock.instant()));
            }
        }
        return round;
    }

    /// A pair that collides with the same figures as before is told by the same words, as of now.
    private boolean stillStands(List<Narrative> standing, Told told) {
        return standing.stream().filter(one -> told.hasFiguresOf(one.evidence())).findFirst().map(one -> {
            database.transactions().run(tenant, db -> rows.stands(db, one.id(), told.asOf()));
            return one;
        }).isPresent();
    }

    private Narrative kept(NarrativeKind kind, Told told, Locale language, Worded worded) {
        return new Narrative(UUID.randomUUID(), kind, told.topic(), language, told.asOf(), clock.instant(),
                new Narrative.Text(worded.id(), worded.sentences(), worded.by(), worded.model(), worded.steps(), null),
                told.evidence(), told.links(), told.flags());
    }

    /// The narratives that stand, the newest first.
    public Part list(Filter filter, int limit, int offset) {
        return database.transactions().call(tenant,
                db -> new Part(rows.list(db, filter, limit, offset), rows.count(db, filter)));
    }

    /// What stands of each pair of a search in a language, in their order; empty where nothing does, or a surer pair of both is told.
    public List<Optional<Narrative>> collided(CollisionRun run, Locale language) {
        return run.found().stream().map(pair -> CollisionTelling.teller(run, pair)
                .flatMap(topic -> list(new Filter(NarrativeKind.COLLISION, topic, language), 1, 0).items().stream()
                        .filter(one -> one.asOf().equals(run.asOf())).findFirst()))
                .toList();
    }

    /// One narrative, whether it stands or not.
    ///
    /// **errors** [NarrativeRefused] when there is none
    public Narrative get(String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw NarrativeRefused.unknown(id);
        }
        return database.transactions().call(tenant, db -> rows.find(db, uuid))
                .orElseThrow(() -> NarrativeRefused.unknown(id));
    }

    /// Keeps what a person says of a narrative; it replaces what was said before. It counts for the prompt that wrote it.
    ///
    /// **errors** [NarrativeRefused] when there is none; a refusal of the wording when an edit says more than its evidence
    public Narrative judge(String id, Outputs.Judged judged, String by) {
        services.wordings().outputs().judge(get(id).text().output(), judged, by);
        return get(id);
    }

    /// Counts that a narrative was in view on a page.
    ///
    /// **errors** [NarrativeRefused] when there is none
    public void looked(String id, Outputs.Look look) {
        services.wordings().outputs().looked(get(id).text().output(), look);
    }

    /// In which languages narratives are written; the first is shown where none is asked for.
    public List<Locale> languages() {
        return services.settings().languages();
    }

    /// The language in which a reader of this one is told: theirs where narratives are written in it, else the first.
    public Locale languageFor(Locale reader) {
        return languages().stream().filter(one -> one.getLanguage().equals(reader.getLanguage())).findFirst()
                .orElse(languages().getFirst());
    }

    /// The language of this code, or null for none.
    ///
    /// **errors** [NarrativeRefused] when narratives are not written in it
    public static @Nullable Locale language(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (!code.equals("en") && !code.equals("id")) {
            throw NarrativeRefused.language(code);
        }
        return Locale.of(code);
    }

    /// The kind of this label, or null for none.
    ///
    /// **errors** [NarrativeRefused] when there is no such kind
    public static @Nullable NarrativeKind kind(@Nullable String label) {
        return label == null || label.isBlank()
                ? null
                : NarrativeKind.find(label).orElseThrow(() -> NarrativeRefused.kind(label));
    }

    /// What kind/id means, or null for nothing; its name does not matter here.
    ///
    /// **errors** [NarrativeRefused] when it is no kind/id
    public static @Nullable Topic topic(@Nullable String entity) {
        if (entity == null || entity.isBlank()) {
            return null;
        }
        String plain = entity.strip();
        if (plain.matches("theme/\\d{1,18}")) {
            return Topic.theme(plain.substring(plain.indexOf('/') + 1), "");
        }
        EntityId id = entity(plain);
        return Topic.of(id, id.value());
    }

    private static EntityId entity(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            return new EntityId(EntityKind.of(parts[0]), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw NarrativeRefused.noEntity(text);
        }
    }
}
