package dev.upswell.server.weakness;

import dev.upswell.content.EntityKind;
import dev.upswell.segment.JudgedForecast;
import dev.upswell.segment.SearchSettings;
import dev.upswell.segment.SegmentSearch;
import dev.upswell.segment.Weakness;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.weakness.JudgedRepository.Window;
import dev.upswell.server.wording.Matter;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Wordings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Analyses of errors of one tenant: what a server process or a command works with.
///
/// A window is the 14 whole days before the last judged one, which may still be under way. It is analysed once; what is settled or
/// corrected later counts from the next day on. A run that is killed leaves nothing behind but worded texts that nobody points to.
public final class ErrorAnalyses {

    /// Length of the window, in days.
    public static final int DAYS = 14;

    /// From so many judged forecasts on a part of the entities is looked at.
    static final int MOST = 400_000;

    private static final List<Locale> LANGUAGES = List.of(Locale.of("en"), Locale.of("id"));
    private static final long SEED = 20_261_123;
    private static final int LEAST_SENTENCES = 2;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Evaluations evaluations;
    private final Wordings wordings;
    private final TraitRepository traits;
    private final JudgedRepository judged = new JudgedRepository();
    private final AnalysisRepository analyses = new AnalysisRepository();
    private final SegmentTasks tasks = new SegmentTasks();
    private final EventLogRepository events = new EventLogRepository("weakness");

    /// The analyses of this tenant.
    public ErrorAnalyses(TenantId tenant, Database database, InstantSource clock, Evaluations evaluations,
            Wordings wordings) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.evaluations = evaluations;
        this.wordings = wordings;
        this.traits = new TraitRepository(tenant, database);
    }

    /// What a run did.
    ///
    /// @param analyses windows that were analysed
    /// @param findings segments that were found in them
    /// @param opened tasks that were opened for them
    /// @param closed tasks whose segment is no longer worse
    public record Done(int analyses, int findings, int opened, int closed) {

        private static final Done NOTHING = new Done(0, 0, 0, 0);

        private Done plus(Done other) {
            return new Done(analyses + other.analyses, findings + other.findings, opened + other.opened,
                    closed + other.closed);
        }
    }

    /// Analyses the last window of every task of which a day was judged, unless that was done.
    public Done run() {
        Done done = Done.NOTHING;
        for (ModelTask task : evaluations.judgedTasks()) {
            done = done.plus(run(task, false));
        }
        return done;
    }

    /// Analyses the last window of a task.
    ///
    /// @param anew also where that was done
    ///
    /// **cost** some seconds for 100,000 forecasts, and what models cost
    public Done run(ModelTask task, boolean anew) {
        Optional<Window> window = window(task);
        if (window.isEmpty()) {
            return Done.NOTHING;
        }
        try (TenantLocks.Held held = database.locks().acquire(tenant, "error-analysis")) {
            boolean done = list(task, 1, 0).stream().anyMatch(last -> !last.to().isBefore(window.get().to()));
            return done && !anew ? Done.NOTHING : analyse(window.get());
        }
    }

    private Optional<Window> window(ModelTask task) {
        return evaluations.lastDay(task).map(last -> new Window(task, midnight(last.minusDays(DAYS)), midnight(last)));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Done analyse(Window window) {
        long count = database.transactions().call(tenant, db -> judged.count(db, window));
        int part = (int) Math.max(1, (count + MOST - 1) / MOST);
        List<JudgedForecast> forecasts = forecasts(window, part);
        var search = new SegmentSearch(forecasts, SearchSettings.usual());
        SegmentSearch.Found found = search.find(SEED, Traits.BY_STATED);
        var analysis = new ErrorAnalysis(window.task(), window.from(), window.to(), part,
                (int) forecasts.stream().map(JudgedForecast::entity).distinct().count(), forecasts.size(),
                found.looked(), found.chosen(), worded(window, found.weaknesses()), List.of());
        return database.transactions().call(tenant, db -> kept(db, analysis, search));
    }

    private List<JudgedForecast> forecasts(Window window, int part) {
        List<Traits.Row> rows = database.transactions().call(tenant, db -> judged.rows(db, window, part));
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, String> languages = database.transactions().call(tenant, judged::languages);
        Map<String, Traits.Carried> carried = traits.carried(window.task().kind(), window.from(), languages);
        Map<TraitRepository.At, Traits.Movement> movements = traits.movements(window.task().kind(),
                rows.stream().map(row -> new TraitRepository.At(row.entity(), row.cut())).distinct().toList());
        return rows.stream().map(row -> new JudgedForecast(row.entity(),
                Math.floorDiv(row.cut().getEpochSecond(), Duration.ofDays(1).toSeconds()), row.stated(), row.came(),
                Traits.of(window.task(), row, movements.get(new TraitRepository.At(row.entity(), row.cut())),
                        carried.get(row.entity()))))
                .toList();
    }

    private Done kept(JdbcClient db, ErrorAnalysis analysis, SegmentSearch search) {
        FindingText english = FindingText.in(Locale.ENGLISH);
        int opened = (int) analysis.findings().stream()
                .filter(finding -> tasks.open(db, analysis, finding, english)).count();
        List<Followed> followed = tasks.follow(db, analysis, search::measure);
        analyses.put(db, new ErrorAnalysis(analysis.task(), analysis.from(), analysis.to(), analysis.part(),
                analysis.entities(), analysis.forecasts(), analysis.looked(), analysis.chosen(), analysis.findings(),
                followed), clock.instant());
        int closed = (int) followed.stream().filter(Followed::closed).count();
        events.write(db, EventType.ERRORS_ANALYSED, Map.of("of", analysis.task().label(), "asOf",
                analysis.to().toString(), "forecasts", analysis.forecasts(), "findings", analysis.findings().size(),
                "opened", opened, "closed", closed));
        return new Done(1, analysis.findings().size(), opened, closed);
    }

    /// The findings with their words, by a model or the template.
    private List<Finding> worded(Window window, List<Weakness> weaknesses) {
        Map<String, String> names = names(weaknesses);
        List<Finding> findings = new ArrayList<>();
        for (Weakness weakness : weaknesses) {
            Finding finding = new Finding(weakness.segment(), names.get(weakness.segment().label()), weakness.fault(),
                    weakness.chosen(), weakness.confirmed(), weakness.adjusted(), List.of());
            findings.add(finding.with(LANGUAGES.stream().map(language -> text(window, finding, language)).toList()));
        }
        return findings;
    }

    private Finding.Text text(Window window, Finding finding, Locale language) {
        FindingText.Told told = FindingText.in(language).told(window.task().kind(), finding, window.to());
        Worded worded = wordings.wording().write(new Matter(Purpose.ERROR_ANALYSIS, told.evidence(), language, null,
                told.sentences(), LEAST_SENTENCES));
        return new Finding.Text(language.getLanguage(), worded.id(), worded.sentences(), worded.by(), worded.model());
    }

    private Map<String, String> names(List<Weakness> weaknesses) {
        Set<String> sounds = weaknesses.stream().filter(one -> one.segment().dimension().equals(Traits.SOUND))
                .map(one -> one.segment().value()).collect(Collectors.toSet());
        return database.transactions().call(tenant, db -> {
            Map<String, String> names = new HashMap<>();
            judged.themes(db).forEach((id, label) -> names.put(Traits.THEME + "=" + id, label));
            judged.names(db, EntityKind.SOUND, sounds)
                    .forEach((id, name) -> names.put(Traits.SOUND + "=" + id, name));
            return names;
        });
    }

    /// The tasks of which a day was judged.
    public List<ModelTask> tasks() {
        return evaluations.judgedTasks();
    }

    /// The last analyses of a task, the newest first, with their texts as people left them: an edit stands in place of what was
    /// written, and what was rejected is left out.
    public List<ErrorAnalysis> list(ModelTask task, int limit, int offset) {
        return database.transactions().call(tenant,
                db -> analyses.list(db, task, limit, offset).stream().map(one -> said(db, one)).toList());
    }

    /// How many there are.
    public long count(ModelTask task) {
        return database.transactions().call(tenant, db -> analyses.count(db, task));
    }

    private ErrorAnalysis said(JdbcClient db, ErrorAnalysis analysis) {
        Set<UUID> outputs = analysis.findings().stream().flatMap(finding -> finding.texts().stream())
                .map(Finding.Text::output).collect(Collectors.toSet());
        Map<UUID, AnalysisRepository.Said> said = analyses.said(db, outputs);
        return new ErrorAnalysis(analysis.task(), analysis.from(), analysis.to(), analysis.part(), analysis.entities(),
                analysis.forecasts(), analysis.looked(), analysis.chosen(),
                analysis.findings().stream().map(finding -> finding.with(finding.texts().stream()
                        .flatMap(text -> shown(text, Optional.ofNullable(said.get(text.output()))).stream()).toList()))
                        .toList(),
                analysis.followed());
    }

    private static Optional<Finding.Text> shown(Finding.Text text, Optional<AnalysisRepository.Said> said) {
        if (said.filter(one -> one.word() == Outputs.Word.REJECT).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(said.map(AnalysisRepository.Said::text)
                .map(edited -> new Finding.Text(text.language(), text.output(), edited.lines().toList(), text.by(),
                        text.model()))
                .orElse(text));
    }

    /// How people call a segment, in English.
    public static String name(Finding finding) {
        return name(finding, Locale.ENGLISH);
    }

    /// How people call a segment in this language; in English where sentences are not written in it.
    public static String name(Finding finding, Locale language) {
        return FindingText.in(language).name(finding.segment(), finding.name());
    }
}
