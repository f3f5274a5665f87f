package dev.upswell.grounding;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Sentences as a language model words facts for an analyst, by a hand that knew neither the check nor the other sentences about it:
/// 25 situations, 13 English and 12 Indonesian, with three true and three false sentences each.
///
/// They were checked once, blind, on 2026-11-23: 3 of the 75 false sentences passed, one of them a wrong number of 38 (a gain told as a
/// level; the other two were an effect the wrong way and a comparison the wrong way round), and 16 of the 75 true ones were refused. That
/// is how the check did on sentences it was never fitted to. It has been mended by them since, so that this is no blind set any more and
/// shows only that nothing gets worse.
///
/// What is true follows the rule of [FreeStatementsTest]; what is false is wrong in a written digit, in scale, entity, period, direction,
/// date, unit or rank, gives a reason that no fact gives, or uses blocked words.
class BlindStatementsTest {

    private static final List<Written> WRITTEN = Written.of("blind-statements.jsonl");

    @Test
    void sentencesAreHalfTrueAndHalfFalseInBothLanguages() {
        for (boolean truth : new boolean[]{true, false}) {
            assertThat(WRITTEN).filteredOn(one -> one.truth() == truth && one.language().equals(Locale.ENGLISH))
                    .hasSize(39);
            assertThat(WRITTEN).filteredOn(one -> one.truth() == truth && one.language().equals(Locale.of("id")))
                    .hasSize(36);
        }
        assertThat(WRITTEN).filteredOn(one -> !one.truth() && one.kind().equals("number")).hasSize(38);
        assertThat(WRITTEN).extracting(Written::text).doesNotHaveDuplicates();
        assertThat(WRITTEN).extracting(one -> one.text().length()).allMatch(length -> length <= Written.LONGEST);
    }

    @Test
    void everySentenceCitesFactsOfItsEvidence() {
        assertThat(WRITTEN).allSatisfy(one -> {
            List<String> cited = one.cited();
            assertThat(cited).as(one.text()).isNotEmpty();
            assertThat(one.evidence().facts()).as(one.text()).extracting(Fact::id).containsAll(cited);
            assertThat(one.evidence().facts()).as(one.id()).hasSizeBetween(4, 10);
        });
    }

    @Test
    void noFalseSentencePasses(TestReporter reporter) {
        List<Written> passed = WRITTEN.stream().filter(one -> !one.truth() && one.verdict().holds()).toList();
        passed.forEach(one -> reporter.publishEntry("passed", one.told()));

        assertThat(passed).as("false sentences passed, by kind: %s", byKind(passed))
                .extracting(Written::told).isEmpty();
    }

    @Test
    void noTrueSentenceIsRefused(TestReporter reporter) {
        List<Written> refused = WRITTEN.stream().filter(one -> one.truth() && !one.verdict().holds()).toList();
        refused.forEach(one -> reporter.publishEntry("refused", one.told()));

        assertThat(refused).as("true sentences refused, by kind: %s", byKind(refused)).extracting(Written::told)
                .isEmpty();
    }

    private static Map<String, Long> byKind(List<Written> sentences) {
        return sentences.stream().collect(groupingBy(Written::kind, TreeMap::new, counting()));
    }
}
