package dev.upswell.server.quality;

import dev.upswell.quality.FieldSketch;
import dev.upswell.quality.Finding;
import dev.upswell.quality.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the gates say of a batch.
///
/// @param name of the file or answer
/// @param observed readings of each source, and how many answers or files they came in
/// @param shapes what was seen of the fields, by format
/// @param whole whether the batch is all of its file
/// @param cumulative false when its counters are totals of a period
public record Judged(UUID id, BatchScope scope, String name, Instant at, List<Judgement> judgements,
        List<ReadingColumnRepository.Failed> failed, List<ReadingColumnRepository.Counted> counted,
        Map<String, Volume> observed,
        Map<String, Shape> shapes, boolean whole, boolean cumulative) {

    /// What one rule says of one source.
    public record Judgement(String source, Finding finding) {
    }

    /// How much came of a source.
    record Volume(long readings, long answers) {

        /// Readings of an answer, to the whole number.
        long each() {
            return Math.round((double) readings / Math.max(1, answers));
        }
    }

    /// How the fields of a format stand after the batch.
    ///
    /// @param version of the shape, from 1
    /// @param changed whether this batch began it
    record Shape(int version, boolean changed, FieldSketch fields, String detail) {
    }

    public Judged {
        judgements = List.copyOf(judgements);
        failed = List.copyOf(failed);
        counted = List.copyOf(counted);
        observed = Map.copyOf(observed);
        shapes = Map.copyOf(shapes);
    }

    /// The gravest verdict.
    public Verdict verdict() {
        return judgements.stream().map(one -> one.finding().verdict()).reduce(Verdict.UNJUDGED, Verdict::or);
    }

    /// Whether what this source gave is set aside whole. What is wrong with a file is wrong with all sources in it.
    public boolean blocks(String source) {
        return judgements.stream().anyMatch(one -> one.finding().verdict() == Verdict.BLOCK
                && (scope == BatchScope.FILE || one.source().equals(source)));
    }

    /// What is wrong, a line for each rule and source.
    public List<String> remarks() {
        return judgements.stream().filter(one -> one.finding().verdict().compareTo(Verdict.WARN) >= 0)
                .map(Judged::remark).toList();
    }

    private static String remark(Judgement one) {
        Finding finding = one.finding();
        String detail = finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")";
        return "quality: " + one.source() + ", " + finding.rule().label() + " " + Values.text(finding) + detail
                + (finding.verdict() == Verdict.BLOCK ? "; the batch was set aside" : "");
    }

    /// Whether anything is set aside.
    public boolean blocksAny() {
        return verdict() == Verdict.BLOCK;
    }
}
