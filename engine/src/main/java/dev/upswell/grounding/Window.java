package dev.upswell.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time that a fact was measured over, as its measure or what it is of tells.
final class Window {

    private static final Pattern SPAN = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(\\d+)[\\s_-]?(s|sec|seconds?|detik|m|min|minutes?|menit|h|hours?|jam|d|days?|hari|w|weeks?|minggu|bulan|months?)(?![\\p{L}\\p{N}])");
    private static final Pattern PER = Pattern.compile("(?<!\\p{L})(?:per|a|an) (second|minute|hour|day|week)");
    private static final Pattern NAMED = Pattern.compile("(?<!\\p{L})(daily|day|hourly|hour|weekly|week)(?!\\p{L})");

    private Window() {
    }

    /// Their lengths in seconds.
    static List<Double> of(Fact fact) {
        String told = (fact.measure() + " " + (fact.of() == null ? "" : fact.of())).replace('_', ' ');
        List<Double> spans = new ArrayList<>();
        Matcher span = SPAN.matcher(told);
        while (span.find()) {
            spans.add(Double.parseDouble(span.group(1)) * seconds(span.group(2)));
        }
        Matcher named = NAMED.matcher(PER.matcher(told).replaceAll(" "));
        while (named.find()) {
            spans.add(seconds(named.group(1).substring(0, 1)));
        }
        return spans;
    }

    /// In how many seconds the fact is counted, as its measure tells; 0 where it is not told by time.
    static double per(Fact fact) {
        if (fact.unit() == Unit.PER_MINUTE) {
            return 60;
        }
        Matcher per = PER.matcher(fact.measure().replace('_', ' '));
        return per.find() ? seconds(per.group(1).substring(0, 1)) : 0;
    }

    private static double seconds(String unit) {
        return switch (unit.charAt(0)) {
            case 's' -> 1;
            case 'm' -> unit.startsWith("minggu") ? 604_800 : unit.startsWith("month") ? 2_592_000 : 60;
            case 'h' -> unit.startsWith("hari") ? 86_400 : 3_600;
            case 'j' -> 3_600;
            case 'w' -> 604_800;
            case 'b' -> 2_592_000;
            default -> unit.startsWith("detik") ? 1 : 86_400;
        };
    }
}
