package dev.upswell.simulate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.learn.Fingerprint;
import dev.upswell.simulate.SimulatedWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the goalposts: whoever moves them must change this test, and a reviewer sees it.
class JudgedWorldTest {

    private static final int FIRST_CHARACTERS = 8_000_000;

    @ParameterizedTest
    @CsvSource(textBlock = """
        20261121, ea97e8b458bab8d31217e77914a98d2ce957cad5e9d0202aa4ef7a57582f13cc
        20261122, 898a169cd079e1e93fa711cf25ccfef52fa770c5ebeda65b5749c128c95b29d3
        20261123, 4357140fbb47d575ea154784fb6751140dd4bf28a6e69d604c29e9acb49efcb9
        """)
    void theFirstReadingsAreThoseThatWereFixed(long seed, String fingerprint) throws IOException {
        Beginning beginning = new Beginning();
        SimulatedWorld world = SimulatedWorld.of(JudgedWorld.settings(seed));

        assertThatThrownBy(() -> world.writeObservations(beginning)).isInstanceOf(Enough.class);
        assertThat(beginning.fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void theSettingsAreThoseThatWereFixed() {
        assertThat(JudgedWorld.settings(JudgedWorld.SEED)).hasToString(
                "WorldSettings[seed=20261121, start=2025-09-01T00:00:00Z, days=42, cadence=PT15M, population="
                        + "Population[hashtags=1000, sounds=200, creators=1500, videos=48000, "
                        + "typicalViews=50000000], watches=["
                        + "Watch[untilAge=PT12H, every=PT15M], Watch[untilAge=PT36H, every=PT1H], "
                        + "Watch[untilAge=PT120H, every=PT6H]], faults=Faults[missedShare=0.01, lateShare=0.01, "
                        + "repeatedShare=0.003, outages=6, purgedShare=0.03, deletedShare=0.02, malformedRows=200], "
                        + "judging=Judging[days=14, futures=128]]");
        assertThat(JudgedWorld.SEED).isEqualTo(20_261_121L);
        assertThat(JudgedWorld.FURTHER_SEEDS).containsExactly(20_261_122L, 20_261_123L);
    }

    @Test
    void theCutsAndTheBarsAreThoseThatWereFixed() {
        assertThat(JudgedWorld.firstCut()).isEqualTo("2025-09-29T00:00:00Z");
        assertThat(JudgedWorld.lastCut()).isEqualTo("2025-10-12T00:00:00Z");
        assertThat(JudgedWorld.EVERY).hasHours(6);
        assertThat(JudgedWorld.BARS).hasToString("Bars[naiveShare=0.7, prAucShare=0.9, calibrationError=0.01, "
                + "medianLead=PT6H, leastCoverage=0.88, mostCoverage=0.92, outcomes=5000]");
    }

    /// Enough has been written to tell one world from another.
    private static final class Enough extends IOException {

        private static final long serialVersionUID = 1;
    }

    /// Keeps what is written until there is enough of it.
    private static final class Beginning implements Appendable {

        private final StringBuilder text = new StringBuilder(FIRST_CHARACTERS + 1_000);

        @Override
        public Appendable append(CharSequence more) throws IOException {
            return append(more, 0, more.length());
        }

        @Override
        public Appendable append(CharSequence more, int start, int end) throws IOException {
            text.append(more, start, end);
            if (text.length() >= FIRST_CHARACTERS) {
                throw new Enough();
            }
            return this;
        }

        @Override
        public Appendable append(char character) throws IOException {
            return append(String.valueOf(character));
        }

        String fingerprint() {
            return Fingerprint.of(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
