package dev.upswell.server.theme;

import dev.upswell.embed.JointVectors;
import dev.upswell.embed.Vector;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.text.TextVersion;
import dev.upswell.server.text.Texts;
import dev.upswell.server.theme.KeptTheme.LabelState;
import dev.upswell.server.theme.KeptTheme.Writer;
import dev.upswell.theme.AdjustedRand;
import dev.upswell.theme.Caption;
import dev.upswell.theme.Continuing;
import dev.upswell.theme.Founding;
import dev.upswell.theme.ThemeGroups;
import dev.upswell.theme.Membership;
import dev.upswell.theme.Theme;
import dev.upswell.theme.ThemeChange;
import dev.upswell.theme.ThemeSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The themes of a tenant: found once, then carried on by each run of the job semantics.
///
/// Time is that of the newest caption, so that themes do not end because nothing was collected.
public final class Themes {

    private static final String WORK = "themes";
    private static final Duration LOOKED_AT = Duration.ofDays(90);
    private static final int LONGEST_LABEL = 60;
    private static final int SHOWN = 30;
    /// So many captions of a theme are searched for names, the most typical ones.
    private static final int SEARCHED = 5_000;
    private static final long SEED = 1;
    static final ThemeSettings SETTINGS = ThemeSettings.usual();

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Texts texts;
    private final ThemeRepository rows = new ThemeRepository();
    private final LabelRepository labels = new LabelRepository();
    private final CollisionRepository collisions = new CollisionRepository();
    private final Divergences divergences;

    public Themes(TenantId tenant, Database database, InstantSource clock, Texts texts) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.texts = texts;
        this.divergences = new Divergences(tenant, database);
    }

    /// A theme with what belongs to it.
    ///
    /// @param hashtags the most alike first, 30 at most; so are videos
    /// @param typical these videos with their captions and creators
    /// @param changes the last first
    public record Detail(KeptTheme theme, List<String> hashtags, List<String> videos, List<TypicalVideo> typical,
            List<KeptChange> changes) {
    }

    /// A theme with all that belongs to it.
    ///
    /// @param hashtags the most alike first
    /// @param videos likewise, 5,000 at most
    public record Members(KeptTheme theme, List<String> hashtags, List<String> videos) {
    }

    /// Runs, and how many there are.
    public record Part(List<ThemeRun> items, long total) {
    }

    /// Carries themes on, or finds them where there were none; empty where another process is at it, or no version of texts serves.
    ///
    /// @param refound whether they are found anew: then each of those that were ends in the one that took most of its captions
    public Optional<ThemeRun> run(boolean refound) {
        Optional<TenantLocks.Held> lock = database.locks().tryAcquire(tenant, WORK);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (TenantLocks.Held held = lock.get()) {
            return texts.withVectors((version, vectors) -> work(version, vectors, refound));
        }
    }

    private ThemeRun work(TextVersion version, JointVectors vectors, boolean refound) {
        List<Texts.Read> read = texts.read(version).stream().filter(one -> one.caption().postedAt() != null).toList();
        Instant now = clock.instant();
        Instant at = read.stream().map(Themes::posted).filter(time -> !time.isAfter(now))
                .max(Comparator.naturalOrder()).orElse(now);
        List<Texts.Read> recent = read.stream()
                .filter(one -> !posted(one).isBefore(at.minus(LOOKED_AT)) && !posted(one).isAfter(at)).toList();
        return carried(version, vectors, recent, at, refound);
    }

    static Instant posted(Texts.Read one) {
        Instant at = one.caption().postedAt();
        return at == null ? Instant.EPOCH : at;
    }

    /// What the last run left.
    ///
    /// @param lastRun empty before the first
    private record Left(List<KeptTheme> themes, Optional<ThemeRun> lastRun, Map<String, Membership> hashtags,
            Map<String, Membership> videos, long nextId, List<SaidLabel> labels) {

        /// @param captions by whose vectors centres are told where the last run's vectors were of another version
        ThemeGroups grouping(TextVersion version, List<Caption> captions) {
            boolean older = lastRun.isPresent() && !lastRun.get().version().equals(version.id());
            Map<Long, List<Vector>> vectors = new HashMap<>();
            for (Caption caption : captions) {
                Membership member = videos.get(caption.video());
                if (member != null) {
                    vectors.computeIfAbsent(member.theme(), theme -> new ArrayList<>()).add(caption.vector());
                }
            }
            return new ThemeGroups(themes.stream().map(KeptTheme::theme).map(theme -> older
                    ? theme.movedTo(vectors.getOrDefault(theme.id(), List.of()))
                    : theme).toList(), hashtags, videos, 0);
        }
    }

    private Left left() {
        return database.transactions().call(tenant, db -> new Left(rows.list(db, false),
                rows.runs(db, 1, 0).stream().findFirst(), rows.members(db, ThemeRepository.HASHTAG),
                rows.members(db, ThemeRepository.VIDEO), rows.nextId(db), labels.list(db)));
    }

    /// Computed between two transactions: one reads what the last run left, the other writes what became of it.
    private ThemeRun carried(TextVersion version, JointVectors vectors, List<Texts.Read> read, Instant at,
            boolean refound) {
        List<Caption> captions = read.stream().map(Themes::caption).toList();
        Left left = left();
        Instant now = clock.instant();
        ThemeGroups last = left.grouping(version, captions);
        Continuing.Carried carried = left.themes().isEmpty() || refound
                ? anew(last, captions, vectors, at, left.nextId())
                : Continuing.of(last, captions, vectors, at,
                        Duration.between(left.lastRun().map(ThemeRun::at).orElse(now), now), left.nextId(), SETTINGS,
                        SEED);
        ThemeGroups grouping = carried.grouping();
        ThemeNaming naming = new ThemeNaming(left.labels(), vectors, SETTINGS.patience(), now);
        List<KeptTheme> themes = naming.named(ThemeFigures.kept(grouping, left.themes(), read, at), grouping, read);
        List<KeptChange> changes = new ArrayList<>(carried.changes().stream().map(one -> change(one, now)).toList());
        changes.addAll(naming.changes);
        Map<Long, String> names = themes.stream().collect(Collectors.toMap(KeptTheme::id, KeptTheme::shown));
        List<CollisionRun> collided = Collisions.searched(read, grouping, names, at, now);
        Optional<DivergenceRun> diverged = divergences
                .searched(new Divergences.Ground(grouping, captions, vectors, names), at, now);
        ThemeRun run = new ThemeRun(UUID.randomUUID(), now, version.id(), captions.size(), themes.size(),
                captions.size() - grouping.captions().size(), grouping.silhouette(), left.themes().isEmpty()
                        ? null
                        : Double.valueOf(AdjustedRand.of(ids(last), ids(grouping))));
        database.transactions().run(tenant, db -> {
            themes.forEach(theme -> rows.put(db, saidSince(db, theme, left)));
            ended(left.themes(), grouping, changes, now).forEach(theme -> rows.put(db, theme));
            rows.putMembers(db, ThemeRepository.HASHTAG, grouping.hashtags(), now);
            rows.putMembers(db, ThemeRepository.VIDEO, grouping.captions(), now);
            rows.put(db, run);
            rows.put(db, run.id(), changes);
            collided.forEach(one -> collisions.put(db, one));
            diverged.ifPresent(one -> divergences.put(db, one));
        });
        return run;
    }

    /// What a person said of a label while the run was computed goes before what the run found.
    private KeptTheme saidSince(JdbcClient db, KeptTheme theme, Left left) {
        Optional<KeptTheme> before = left.themes().stream().filter(one -> one.id() == theme.id()).findFirst();
        return rows.find(db, theme.id())
                .filter(stored -> before.isPresent() && (!Objects.equals(stored.label(), before.get().label())
                        || stored.labelState() != before.get().labelState()))
                .map(stored -> theme.called(stored.label(), stored.labelState(), stored.writer(), stored.terms()))
                .orElse(theme);
    }

    private static Continuing.Carried anew(ThemeGroups last, List<Caption> captions, JointVectors vectors, Instant at,
            long nextId) {
        ThemeGroups found = Founding.of(captions, vectors, at, nextId, SETTINGS, SEED);
        List<ThemeChange> changes = new ArrayList<>();
        found.themes().forEach(theme -> changes.add(new ThemeChange.Begun(theme.id())));
        last.themes().forEach(theme -> changes.add(into(theme.id(), last, found)
                .<ThemeChange>map(id -> new ThemeChange.Merged(theme.id(), id))
                .orElseGet(() -> new ThemeChange.Ended(theme.id()))));
        return new Continuing.Carried(found, changes);
    }

    /// The theme that took most of another's captions.
    private static Optional<Long> into(long theme, ThemeGroups last, ThemeGroups found) {
        Map<Long, Long> counts = last.captions().entrySet().stream().filter(one -> one.getValue().theme() == theme)
                .map(one -> Optional.ofNullable(found.captions().get(one.getKey()))).flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Membership::theme, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.<Long, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).map(Map.Entry::getKey);
    }

    private static List<KeptTheme> ended(List<KeptTheme> known, ThemeGroups grouping, List<KeptChange> changes,
            Instant now) {
        return known.stream().filter(theme -> grouping.find(theme.id()).isEmpty())
                .map(theme -> theme.ended(now, changes.stream()
                        .filter(one -> one.from() == theme.id() && one.kind() == KeptChange.Kind.MERGED)
                        .map(KeptChange::to).findFirst().orElse(null)))
                .toList();
    }

    private static Caption caption(Texts.Read one) {
        return new Caption(one.caption().video(), ThemeFigures.creator(one), posted(one), one.caption().hashtags(),
                one.text().vector());
    }

    private static KeptChange change(ThemeChange one, Instant now) {
        return switch (one) {
            case ThemeChange.Begun begun ->
                new KeptChange(now, KeptChange.Kind.BEGUN, begun.theme(), null, null, null);
            case ThemeChange.Split split ->
                new KeptChange(now, KeptChange.Kind.SPLIT, split.theme(), split.into(), null, null);
            case ThemeChange.Merged merged ->
                new KeptChange(now, KeptChange.Kind.MERGED, merged.theme(), merged.into(), null, null);
            case ThemeChange.Ended ended ->
                new KeptChange(now, KeptChange.Kind.ENDED, ended.theme(), null, null, null);
            case ThemeChange.Renamed renamed ->
                new KeptChange(now, KeptChange.Kind.RENAMED, renamed.theme(), null, renamed.from(), renamed.to());
        };
    }

    private static Map<String, Long> ids(ThemeGroups grouping) {
        return grouping.captions().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().theme()));
    }

    /// Themes, the largest first.
    ///
    /// @param ended whether those that ended follow
    public List<KeptTheme> list(boolean ended) {
        return database.transactions().call(tenant, db -> rows.list(db, ended));
    }

    /// A theme with what belongs to it.
    ///
    /// **errors** [ThemeRefused] when there is none of this id
    public Detail get(long id) {
        Detail stored = database.transactions().call(tenant, db -> {
            Members members = members(db, id, SHOWN);
            return new Detail(members.theme(), members.hashtags(), members.videos(), List.of(), rows.changes(db, id));
        });
        return new Detail(stored.theme(), stored.hashtags(), stored.videos(),
                TypicalVideo.of(stored.videos(), texts.captions(stored.videos())), stored.changes());
    }

    /// A theme with all that belongs to it.
    ///
    /// **errors** [ThemeRefused] when there is none of this id
    public Members members(long id) {
        return database.transactions().call(tenant, db -> members(db, id, SEARCHED));
    }

    private Members members(JdbcClient db, long id, int most) {
        return new Members(rows.find(db, id).orElseThrow(() -> ThemeRefused.unknown(id)),
                rows.members(db, id, ThemeRepository.HASHTAG, most),
                rows.members(db, id, ThemeRepository.VIDEO, most));
    }

    /// Runs, the last first.
    public Part runs(int limit, int offset) {
        return database.transactions().call(tenant,
                db -> new Part(rows.runs(db, limit, offset), rows.countRuns(db)));
    }

    /// Labels that people approved or rejected.
    public List<SaidLabel> labels() {
        return database.transactions().call(tenant, labels::list);
    }

    /// Calls a theme so from now on; the label joins the tenant's vocabulary.
    ///
    /// **errors** [ThemeRefused] when there is no such theme, another is called so, or it is no label
    public KeptTheme call(long id, String label, String by) {
        String clean = label.strip().replaceAll("\\s+", " ");
        if (clean.length() > LONGEST_LABEL || clean.codePoints().noneMatch(Character::isLetter)) {
            throw ThemeRefused.label(clean);
        }
        return database.transactions().call(tenant, db -> {
            KeptTheme theme = rows.find(db, id).orElseThrow(() -> ThemeRefused.unknown(id));
            rows.list(db, false).stream().filter(other -> other.id() != id && clean.equalsIgnoreCase(other.label()))
                    .findFirst().ifPresent(other -> {
                        throw ThemeRefused.taken(clean, other.id());
                    });
            labels.put(db, clean, SaidLabel.State.APPROVED, by, clock.instant());
            KeptTheme called = theme.called(clean, LabelState.APPROVED, Writer.PERSON, theme.terms());
            rows.put(db, called);
            return called;
        });
    }

    /// Says whether themes may be called so: those that are called so are approved, or lose the label until the next run finds another.
    ///
    /// **errors** [ThemeRefused] when it is no label
    public SaidLabel say(String label, SaidLabel.State state, String by) {
        String clean = label.strip();
        if (clean.length() > LONGEST_LABEL || clean.codePoints().noneMatch(Character::isLetter)) {
            throw ThemeRefused.label(clean);
        }
        SaidLabel said = new SaidLabel(clean, state, by, clock.instant());
        database.transactions().run(tenant, db -> {
            labels.put(db, clean, state, by, said.at());
            rows.list(db, false).stream().filter(theme -> clean.equals(theme.label()))
                    .forEach(theme -> rows.put(db, state == SaidLabel.State.APPROVED
                            ? theme.called(clean, LabelState.APPROVED, theme.writer(), theme.terms())
                            : theme.called(null, LabelState.NONE, Writer.TEMPLATE, theme.terms())));
        });
        return said;
    }

    /// As [#run], for a person who waits for it.
    ///
    /// **errors** [ThemeRefused] when no version of texts serves here
    public Optional<ThemeRun> refound() {
        if (texts.serving().isEmpty()) {
            throw ThemeRefused.noText();
        }
        return run(true);
    }
}
