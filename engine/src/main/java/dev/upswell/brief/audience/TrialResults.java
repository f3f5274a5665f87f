package dev.upswell.brief.audience;

import dev.upswell.brief.FieldTrial;
import dev.upswell.brief.FieldTrial.Outcome;
import dev.upswell.brief.Material;
import dev.upswell.brief.NumberWords;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.learn.Interval;
import dev.upswell.pattern.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What trials gave of the findings of a document, the surest first.
///
/// @param trials those that tried a choice that a finding of their length advises
record TrialResults(List<FieldTrial> trials, Voice voice) {

    TrialResults {
        trials = List.copyOf(trials);
    }

    /// Those of all lengths of the analysis.
    static TrialResults of(Material material, Voice voice) {
        Comparator<FieldTrial> largest = Comparator.comparingDouble(TrialResults::lift);
        return new TrialResults(material.beside().trials().stream()
                .filter(trial -> material.analysis().find(trial.bucket()).stream()
                        .flatMap(bucket -> bucket.findings().stream())
                        .anyMatch(finding -> trial.tried(Voice.advised(finding), trial.bucket())))
                .sorted(Comparator.comparing(FieldTrial::outcome).thenComparing(largest.reversed())).toList(), voice);
    }

    private static double lift(FieldTrial trial) {
        Double lift = trial.lift();
        return lift == null ? 0 : lift;
    }

    /// Those of one length.
    TrialResults in(DurationBucket bucket) {
        return new TrialResults(trials.stream().filter(trial -> trial.bucket() == bucket).toList(), voice);
    }

    /// Whether a trial says that what a finding advises brings too little, and none that it holds.
    boolean rejects(Finding finding, DurationBucket bucket) {
        return says(Outcome.REJECTED, finding, bucket) && !says(Outcome.VALIDATED, finding, bucket);
    }

    /// Whether a trial says either: there is nothing left to try.
    boolean decides(Finding finding, DurationBucket bucket) {
        return says(Outcome.REJECTED, finding, bucket) || says(Outcome.VALIDATED, finding, bucket);
    }

    private boolean says(Outcome outcome, Finding finding, DurationBucket bucket) {
        return trials.stream().anyMatch(trial -> trial.outcome() == outcome
                && trial.tried(Voice.advised(finding), bucket));
    }

    /// How many held and how many did not, and each with its lift; nothing where nothing was tried.
    List<Block> told(int most) {
        if (trials.isEmpty()) {
            return List.of();
        }
        voice.audience().mustRead(Statistic.TRIALS);
        NumberWords numbers = voice.numbers();
        List<Block> blocks = new ArrayList<>(List.of(voice.heading(1, "trials"),
                voice.paragraph("trials.summary", numbers.whole(trials.size()), count(Outcome.VALIDATED),
                        count(Outcome.REJECTED), count(Outcome.OPEN)),
                new Block.Table(voice.say("trials.caption"),
                        List.of(voice.text("column.asked"), voice.text("column.length"), voice.text("column.result"),
                                voice.number("column.lift.measured"), voice.number("column.arms")),
                        trials.stream().limit(most).map(this::row).toList())));
        blocks.addAll(voice.others(most, trials.size()));
        return blocks;
    }

    private String count(Outcome outcome) {
        return voice.numbers().whole(trials.stream().filter(trial -> trial.outcome() == outcome).count());
    }

    private List<String> row(FieldTrial trial) {
        return List.of(voice.choices().say(trial.choice(), trial.bucket()), voice.bucket(trial.bucket()),
                voice.say("trial." + trial.outcome().name().toLowerCase(Locale.ROOT)), measured(trial),
                voice.say("pair", voice.numbers().whole(trial.asked()), voice.numbers().whole(trial.usual())));
    }

    private String measured(FieldTrial trial) {
        Double lift = trial.lift();
        Interval interval = trial.interval();
        if (lift == null) {
            return voice.say("unknown");
        }
        String change = voice.numbers().change(lift);
        return interval == null || !voice.audience().reads(Statistic.INTERVAL)
                ? change
                : voice.say("within", change, voice.numbers().change(interval.low()),
                        voice.numbers().change(interval.high()));
    }

    /// What was decided, for those who film: what held, and what did not and is therefore not asked for.
    List<Block> plainly(int most) {
        List<String> points = trials.stream().filter(trial -> trial.outcome() != Outcome.OPEN)
                .map(trial -> voice.say("trial.plain." + trial.outcome().name().toLowerCase(Locale.ROOT),
                        voice.bucket(trial.bucket()), voice.choices().say(trial.choice(), trial.bucket()),
                        measured(trial)))
                .toList();
        if (points.isEmpty()) {
            return List.of();
        }
        voice.audience().mustRead(Statistic.TRIALS);
        List<Block> blocks = new ArrayList<>(List.of(voice.heading(1, "trials.plain"),
                new Block.Points(Block.Mark.DOT, points.stream().limit(most).toList())));
        blocks.addAll(voice.others(most, points.size()));
        return blocks;
    }
}
