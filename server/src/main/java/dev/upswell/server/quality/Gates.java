package dev.upswell.server.quality;

import dev.upswell.content.EntityKind;
import dev.upswell.quality.FieldChange;
import dev.upswell.quality.FieldSketch;
import dev.upswell.quality.Finding;
import dev.upswell.quality.Freshness;
import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.quality.RuleTable;
import dev.upswell.quality.Verdict;
import dev.upswell.server.quality.Judged.Judgement;
import dev.upswell.server.quality.Judged.Shape;
import dev.upswell.server.quality.Judged.Volume;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Judges batches by the tenant's rules before they are stored, and keeps what was found with them.
public final class Gates {

    private final Database database;
    private final InstantSource clock;
    private final GateRepository stored = new GateRepository();

    public Gates(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A batch that is about to be stored.
    ///
    /// @param name of the file or answer, for people
    /// @param readings table expression with its readings in DuckDB
    /// @param earlier table expression with what was read before; empty for none
    /// @param cumulative false when its counters are totals of a period
    /// @param whole whether it is all of its file, so that its volume can be judged
    public record Batch(BatchScope scope, String name, BatchRows rows, String readings, String earlier,
            boolean cumulative, boolean whole) {
    }

    /// Looks at a batch and says what each rule finds. Nothing is written; its rows are counted anew afterwards.
    public Judged judge(LakeSession lake, Batch batch) {
        KnownSources known = database.transactions().call(lake.tenant(), stored::known);
        RuleTable rules = known.rules();
        Instant now = clock.instant();
        ReadingColumnRepository.Pass pass = ReadingColumnRepository.of(lake, known.with(batch.cumulative()))
                .pass(batch.readings(), batch.earlier(), true);
        List<Judgement> judgements = new ArrayList<>();
        Map<String, Volume> observed = new TreeMap<>();
        for (ReadingColumnRepository.Counted one : pass.counted()) {
            one.counts().findings(rules, known.usual(one.source(), one.kind()))
                    .forEach(finding -> judgements.add(new Judgement(one.source(), told(finding, one.kind()))));
            long readings = one.counts().readings();
            observed.merge(one.source(), new Volume(readings, answers(batch, one.source())),
                    (a, b) -> new Volume(a.readings() + b.readings(), a.answers()));
            Long newest = one.counts().newestSecond();
            if (batch.scope() == BatchScope.LIVE && newest != null) {
                judgements.add(new Judgement(one.source(), told(Freshness.judge(rules.of(GateRule.FRESHNESS),
                        Instant.ofEpochSecond(newest), now), one.kind())));
            }
        }
        if (batch.whole()) {
            observed.forEach((source, volume) -> judgements.add(new Judgement(source,
                    known.volume(batch.scope(), source).judge(rules.of(GateRule.VOLUME), volume.each()))));
        }
        Map<String, Shape> shapes = rows(batch, rules, known, judgements);
        batch.rows().clear();
        return new Judged(UUID.randomUUID(), batch.scope(), batch.name(), now, graver(judgements), pass.failed(),
                pass.counted(), observed, shapes, batch.whole(), batch.cumulative());
    }

    private static long answers(Batch batch, String source) {
        BatchRows.Giver giver = batch.rows().givers().get(source);
        return giver == null ? 1 : Math.max(1, giver.answers());
    }

    private static Finding told(Finding finding, EntityKind kind) {
        return finding.detail().isEmpty()
                ? finding
                : new Finding(finding.rule(), finding.value(), finding.cases(), finding.failed(), finding.verdict(),
                        kind.label() + ": " + finding.detail());
    }

    private static Map<String, Shape> rows(Batch batch, RuleTable rules, KnownSources known,
            List<Judgement> judgements) {
        Map<String, Shape> shapes = new HashMap<>();
        batch.rows().givers().forEach((source, giver) -> {
            GateLimit unusable = rules.of(GateRule.UNUSABLE);
            double share = giver.rows() == 0 ? 0 : (double) giver.unusable() / giver.rows();
            judgements.add(new Judgement(source, giver.rows() == 0
                    ? Finding.none(GateRule.UNUSABLE)
                    : new Finding(GateRule.UNUSABLE, share, giver.rows(), giver.unusable(),
                            unusable.verdict(share, giver.rows()), "")));
            GateLimit limit = rules.of(GateRule.SCHEMA);
            FieldSketch now = giver.sketch();
            Shape shape = known.shape(giver.format());
            if (now.items() < limit.least()) {
                judgements.add(new Judgement(source, Finding.none(GateRule.SCHEMA)));
            } else if (shape == null) {
                judgements.add(new Judgement(source, new Finding(GateRule.SCHEMA, 0.0, now.items(), 0, Verdict.PASS,
                        "")));
                shapes.put(giver.format(), new Shape(1, true, now, ""));
            } else {
                FieldChange change = FieldChange.between(shape.fields(), now);
                Finding finding = change.judge(limit, now.items());
                judgements.add(new Judgement(source, finding));
                shapes.put(giver.format(), change.isEmpty()
                        ? new Shape(shape.version(), false, shape.fields().plus(now), "")
                        : new Shape(shape.version() + 1, true, now, finding.detail()));
            }
        });
        return shapes;
    }

    /// Of the same rule on several kinds of one source the graver finding.
    private static List<Judgement> graver(List<Judgement> all) {
        Map<String, Judgement> kept = new TreeMap<>();
        all.forEach(one -> kept.merge(one.source() + " " + one.finding().rule().label(), one,
                (a, b) -> rank(b.finding()) > rank(a.finding()) ? b : a));
        return List.copyOf(kept.values());
    }

    private static double rank(Finding finding) {
        Double value = finding.value();
        return finding.verdict().ordinal() * 1e9 + (value == null ? -1 : Math.min(value, 1e6));
    }

    /// Writes what was found, in the transaction that stores the batch or sets it aside.
    ///
    /// @param heldRows rows of the batch that are set aside
    public void keep(JdbcClient db, Judged judged, long heldRows) {
        stored.keep(db, judged, heldRows);
    }
}
