package dev.upswell.learn.drift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoublePredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Streams of errors whose change points are known.
class ResidualDriftTest {

    private static final int STREAMS = 400;
    private static final double DEVIATION = Math.sqrt(0.1 * 0.9);

    @Test
    void fewStreamsWithoutChangeAlarm() {
        int adwin = 0;
        int pageHinkley = 0;
        for (int stream = 0; stream < STREAMS; stream++) {
            adwin += firstAlarm(errors(stream, 2000, 2000, 0.1, 0.1), new Adwin(Adwin.USUAL_CONFIDENCE)::add) > 0
                    ? 1
                    : 0;
            pageHinkley += firstAlarm(errors(stream, 2000, 2000, 0.1, 0.1), new PageHinkley(DEVIATION)::add) > 0
                    ? 1
                    : 0;
        }
        assertThat(adwin).as("of 400 streams of 2,000").isLessThanOrEqualTo(STREAMS / 50);
        assertThat(pageHinkley).as("of 400 streams of 2,000").isLessThanOrEqualTo(STREAMS / 50);
    }

    @Property(tries = 40)
    void riseIsFoundSoonAfterItHappens(@ForAll int seed, @ForAll @IntRange(min = 250, max = 1000) int change) {
        double[] errors = errors(seed, change, change + 400, 0.1, 0.5);

        assertThat(firstAlarm(errors, new Adwin(Adwin.USUAL_CONFIDENCE)::add)).isBetween(1, change + 200);
        assertThat(firstAlarm(errors, new PageHinkley(DEVIATION)::add)).isBetween(1, change + 100);
    }

    @Test
    void alarmTellsWhenAndFromWhatToWhat() {
        Adwin adwin = new Adwin(Adwin.USUAL_CONFIDENCE);
        PageHinkley pageHinkley = new PageHinkley(DEVIATION);
        for (double error : errors(5, 600, 1000, 0.1, 0.5)) {
            adwin.add(error);
            pageHinkley.add(error);
        }
        for (ResidualDrift state : new ResidualDrift[]{adwin.state(), pageHinkley.state()}) {
            assertThat(state.verdict()).as(state.detector()).isEqualTo(DriftVerdict.DRIFTED);
            assertThat(requireNonNull(state.changedAt())).isBetween(600L, 800L);
            assertThat(requireNonNull(state.before())).isCloseTo(0.1, within(0.1));
            assertThat(requireNonNull(state.now())).isCloseTo(0.5, within(0.1));
        }
        assertThat(adwin.width()).isBetween(350L, 550L);
    }

    @Test
    void errorsThatFallAreAChangeButNoDrift() {
        Adwin adwin = new Adwin(Adwin.USUAL_CONFIDENCE);
        PageHinkley pageHinkley = new PageHinkley(0.5);
        for (double error : errors(6, 500, 1000, 0.5, 0.1)) {
            adwin.add(error);
            pageHinkley.add(error);
        }
        assertThat(adwin.state().verdict()).isEqualTo(DriftVerdict.WATCH);
        assertThat(pageHinkley.state().verdict()).isEqualTo(DriftVerdict.STABLE);
        assertThat(new Adwin(0.01).state()).isEqualTo(
                new ResidualDrift("ADWIN", DriftVerdict.UNTESTED, 0, 0, null, null, null));
    }

    @Property(tries = 60)
    void windowKeepsItsExactMeanAndStaysSmall(@ForAll int seed) {
        Adwin adwin = new Adwin(Adwin.USUAL_CONFIDENCE);
        double[] errors = errors(seed, 700, 1500, 0.2, 0.7);
        for (double error : errors) {
            adwin.add(error);
        }
        double mean = Arrays.stream(errors, errors.length - (int) adwin.width(), errors.length).average().orElseThrow();

        assertThat(requireNonNull(adwin.state().now())).isCloseTo(mean, within(1e-9));
        assertThat(adwin.bytes()).hasSizeLessThan(2000);
    }

    @Property(tries = 30)
    void stateGoesOnFromItsBytesAsIfNothingHadHappened(@ForAll int seed, @ForAll @IntRange(max = 1200) int stop) {
        Adwin adwin = new Adwin(Adwin.USUAL_CONFIDENCE);
        PageHinkley pageHinkley = new PageHinkley(DEVIATION);
        Adwin stoppedAdwin = new Adwin(Adwin.USUAL_CONFIDENCE);
        PageHinkley stoppedPageHinkley = new PageHinkley(DEVIATION);
        double[] errors = errors(seed, 500, 1200, 0.1, 0.4);
        for (int i = 0; i < errors.length; i++) {
            if (i == stop) {
                stoppedAdwin = Adwin.of(stoppedAdwin.bytes());
                stoppedPageHinkley = PageHinkley.of(stoppedPageHinkley.bytes());
            }
            adwin.add(errors[i]);
            pageHinkley.add(errors[i]);
            stoppedAdwin.add(errors[i]);
            stoppedPageHinkley.add(errors[i]);
        }
        assertThat(stoppedAdwin.bytes()).isEqualTo(adwin.bytes());
        assertThat(stoppedPageHinkley.bytes()).isEqualTo(pageHinkley.bytes());
    }

    @Test
    void senselessValuesAndDamagedBytesAreRefused() {
        assertThatThrownBy(() -> new Adwin(0.1).add(1.5)).hasMessageContaining("error (1.5) must lie in [0, 1]");
        assertThatThrownBy(() -> new Adwin(2)).hasMessageContaining("confidence (2.0)");
        assertThatThrownBy(() -> new PageHinkley(0)).hasMessageContaining("deviation (0.0)");
        assertThatThrownBy(() -> new PageHinkley(1).add(Double.NaN)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> Adwin.of(new byte[3])).hasMessageContaining("ADWIN state (3 bytes)");
        assertThatThrownBy(() -> PageHinkley.of(new Adwin(0.1).bytes())).hasMessageContaining("must be whole");
    }

    /// The number of errors seen at the first alarm; −1 when there is none.
    private static int firstAlarm(double[] errors, DoublePredicate detector) {
        for (int i = 0; i < errors.length; i++) {
            if (detector.test(errors[i])) {
                return i + 1;
            }
        }
        return -1;
    }

    private static double[] errors(int seed, int change, int size, double before, double after) {
        Random random = new Random(seed * 77L + 1);
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            errors[i] = random.nextDouble() < (i < change ? before : after) ? 1 : 0;
        }
        return errors;
    }
}
