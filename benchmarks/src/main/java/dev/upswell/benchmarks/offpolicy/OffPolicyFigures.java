package dev.upswell.benchmarks.offpolicy;

import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.judge.JudgedSeeds;
import dev.upswell.people.judge.served.ServedBy;
import dev.upswell.people.judge.served.ServedRequests;
import dev.upswell.ranking.OffPolicyValue;
import dev.upswell.ranking.OffPolicyValue.Logged;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// In how many of some runs the 95 % interval of each of two configurations, told from logs dealt to both, holds what it is worth when it
/// serves alone; and how wide it is beside the interval of serving it alone as often.
///
/// Arguments: number of runs, lives that the truth is the mean of; then, for people of the simulated world in place of a made-up audience,
/// a seed or the word `judged`, and of how many people one is asked for. The same people are asked in all runs; and once more others in each
/// run, drawn from them with replacement.
public final class OffPolicyFigures {

    private static final long SEED = 20_261_122;
    private static final long FIRST_RUN = 1_000;

    private final int runs;
    private final int lives;

    private OffPolicyFigures(int runs, int lives) {
        this.runs = runs;
        this.lives = lives;
    }

    public static void main(String[] arguments) {
        var figures = new OffPolicyFigures(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        if (arguments.length == 2) {
            figures.ofMadeUp();
        } else {
            figures.ofPeople(JudgedSeeds.of(arguments[2]), Integer.parseInt(arguments[3]));
        }
    }

    private void ofMadeUp() {
        MadeAudience made = new MadeAudience(SEED);
        print(new Audience.Made(made), AloneWorth.of(life -> made.alone(0, life), lives),
                AloneWorth.of(life -> made.alone(1, life), lives));
    }

    private void ofPeople(long seed, int every) {
        ServedRequests requests = ServedRequests.of(PeopleWorld.of(PeopleSettings.judged(), seed), every);
        System.out.println("Seed " + seed + ": " + requests.size() + " requests of " + requests.people()
                + " people; worth is that of the world");
        Map<ServedBy, AloneWorth> alone = new EnumMap<>(ServedBy.class);
        for (ServedBy by : ServedBy.values()) {
            alone.put(by, AloneWorth.of(life -> requests.alone(by, life), lives));
        }
        for (ServedBy other : List.of(ServedBy.VARIED_RANKER, ServedBy.FORMULA)) {
            for (boolean drawn : List.of(false, true)) {
                System.out.println(drawn ? "Of other people in each run:" : "Of the same people in all runs:");
                print(new Audience.Simulated(requests, ServedBy.RANKER, other, drawn),
                        Objects.requireNonNull(alone.get(ServedBy.RANKER)),
                        Objects.requireNonNull(alone.get(other)));
            }
        }
    }

    private void print(Audience audience, AloneWorth... alone) {
        double[][] widths = new double[2][runs];
        double[][] effective = new double[2][runs];
        double[] told = new double[2];
        int[] held = new int[2];
        int ordered = 0;
        for (int run = 0; run < runs; run++) {
            List<List<Logged>> logs = audience.dealt(FIRST_RUN + run);
            double[] values = new double[2];
            for (int configuration = 0; configuration < 2; configuration++) {
                OffPolicyValue value = OffPolicyValue.of(logs.get(configuration), run).orElseThrow();
                double truth = alone[configuration].value();
                values[configuration] = value.value();
                told[configuration] += values[configuration] / runs;
                widths[configuration][run] = value.high() - value.low();
                effective[configuration][run] = value.effective();
                held[configuration] += value.low() <= truth && truth <= value.high() ? 1 : 0;
            }
            ordered += (values[0] > values[1]) == (alone[0].value() > alone[1].value()) ? 1 : 0;
        }
        for (int configuration = 0; configuration < 2; configuration++) {
            double width = AloneWorth.median(widths[configuration]);
            System.out.println(String.format(Locale.ROOT,
                    "%s: truly worth %.3f a request, told %.3f on average; interval held it in %d of %d runs; median width %.3f, %.2f times that of "
                            + "serving alone (%.3f); as much as %.0f requests of its own",
                    audience.names().get(configuration), alone[configuration].value(), told[configuration],
                    held[configuration], runs, width, width / alone[configuration].width(),
                    alone[configuration].width(), AloneWorth.median(effective[configuration])));
        }
        System.out.println(String.format(Locale.ROOT, "The better one had the higher value in %d of %d runs", ordered,
                runs));
    }
}
