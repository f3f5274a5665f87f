package dev.upswell.trial.format;

import dev.upswell.numeric.SplitMix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which formats reports should have.
///
/// Half of the reports have the format that creators adopt most among those that passed, 30 % the next one, and 20 % go on trying the
/// others. Until two have passed their shares are spread evenly over all that have not failed: there is nothing yet to prefer one by.
///
/// @param formats what is known of each, those that passed first
/// @param shares by format, adding up to 1; empty when every format failed
public record FormatMix(List<FormatFigures> formats, Map<String, Double> shares) {

    private static final double[] FIRST = {0.5, 0.3};

    public FormatMix {
        formats = List.copyOf(formats);
        shares = Map.copyOf(shares);
    }

    /// What uses of these formats tell.
    ///
    /// @param named formats that exist, also those nobody was given yet
    public static FormatMix of(Set<String> named, List<FormatUse> uses) {
        TreeSet<String> names = new TreeSet<>(named);
        uses.forEach(use -> names.add(use.format()));
        List<FormatFigures> figures = names.stream()
                .map(name -> FormatFigures.of(name, uses.stream().filter(use -> use.format().equals(name)).toList()))
                .sorted(Comparator.comparing(FormatFigures::state).thenComparing(FormatMix::adoption,
                        Comparator.reverseOrder()))
                .toList();
        return new FormatMix(figures, shares(figures));
    }

    /// The format that the next report of a test is dealt: that which most lacks reports for its share. Where several lack as many, who is
    /// given it decides, as good as by chance.
    ///
    /// @param known formats that reports can be made in
    /// @param dealt how many reports of each format were dealt so far
    /// @param creator who is given it
    /// @return empty when every format failed
    public Optional<String> deal(Set<String> known, Map<String, Integer> dealt, String creator) {
        int next = 1 + dealt.values().stream().mapToInt(Integer::intValue).sum();
        return shares.entrySet().stream().filter(one -> known.contains(one.getKey())).map(one -> new Lack(one.getKey(),
                one.getValue() * next - dealt.getOrDefault(one.getKey(), 0), chance(one.getKey(), creator, next)))
                .min(Comparator.comparingDouble((Lack one) -> -Math.rint(1e9 * one.reports()))
                        .thenComparing(Lack::chance)
                        .thenComparing(Lack::format))
                .map(Lack::format);
    }

    private record Lack(String format, double reports, long chance) {
    }

    private static long chance(String format, String creator, int next) {
        long bits = SplitMix.mix(next * SplitMix.GOLDEN + 1);
        for (char letter : (creator + " " + format).toCharArray()) {
            bits = SplitMix.mix(bits + letter + SplitMix.GOLDEN);
        }
        return bits;
    }

    /// Adoption that is hardly overstated.
    private static double adoption(FormatFigures figures) {
        FormatFigures.Measured adopted = figures.adopted();
        return adopted == null ? 0 : adopted.interval().low();
    }

    private static Map<String, Double> shares(List<FormatFigures> figures) {
        List<String> passed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (FormatFigures one : figures) {
            switch (one.state()) {
                case PASSED -> passed.add(one.format());
                case UNDECIDED -> open.add(one.format());
                case FAILED -> {
                }
            }
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        if (passed.size() < FIRST.length) {
            passed.addAll(open);
            passed.forEach(format -> shares.put(format, 1.0 / passed.size()));
            return shares;
        }
        List<String> rest = new ArrayList<>(passed.subList(FIRST.length, passed.size()));
        rest.addAll(open);
        double spare = rest.isEmpty() ? (1 - FIRST[0] - FIRST[1]) / FIRST.length : 0;
        for (int i = 0; i < FIRST.length; i++) {
            shares.put(passed.get(i), FIRST[i] + spare);
        }
        rest.forEach(format -> shares.put(format, (1 - FIRST[0] - FIRST[1]) / rest.size()));
        return shares;
    }
}
