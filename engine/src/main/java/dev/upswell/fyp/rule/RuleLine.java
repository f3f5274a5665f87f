package dev.upswell.fyp.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one rule and says all that is wrong with it.
final class RuleLine {

    private static final Pattern ARROW = Pattern.compile("→|->");
    private static final Pattern PART = Pattern.compile("[^;,]+");
    private static final Pattern SLA = Pattern.compile("(?i)sla\\b(.*)");
    private static final Pattern PERIOD = Pattern
            .compile("(?i)(\\d{1,4})\\s*(m|min|minutes?|h|hours?|d|days?)");
    private static final Pattern ASSIGN = Pattern.compile("(?i)assign\\b(.*)");

    private final int line;
    private final String text;
    private final List<RuleProblem> problems;
    private final List<String> actions = new ArrayList<>();
    private @Nullable Duration sla;
    private @Nullable String assignee;

    /// @param problems takes what is wrong
    RuleLine(int line, String text, List<RuleProblem> problems) {
        this.line = line;
        this.text = text;
        this.problems = problems;
    }

    /// The rule; empty when something is wrong with it.
    Optional<Prescription> read() {
        int before = problems.size();
        Matcher arrow = ARROW.matcher(text);
        if (!arrow.find()) {
            wrong(text.length(), "a rule needs → (or ->) between its conditions and what is to be done");
            return Optional.empty();
        }
        Condition condition = new ConditionText(line, text.substring(0, arrow.start()), problems).read();
        consequences(arrow.end());
        return problems.size() > before || condition == null
                ? Optional.empty()
                : Optional.of(new Prescription(line, text.strip(), condition, actions, sla, assignee));
    }

    private void consequences(int from) {
        Matcher part = PART.matcher(text).region(from, text.length());
        while (part.find()) {
            String said = part.group().strip();
            int at = part.start() + part.group().length() - part.group().stripLeading().length();
            Matcher within = SLA.matcher(said);
            Matcher assign = ASSIGN.matcher(said);
            if (within.matches()) {
                within(at, within.group(1).strip());
            } else if (assign.matches()) {
                assigned(at, assign.group(1).strip());
            } else if (ARROW.matcher(said).find()) {
                wrong(at, "a rule has one arrow; write a second rule in a line of its own");
                actions.add(said);
            } else if (!said.isEmpty()) {
                actions.add(said);
            }
        }
        if (actions.isEmpty()) {
            wrong(from, "nothing is to be done: write one action or more after the arrow, separated by ;");
        }
    }

    private void within(int at, String said) {
        Matcher period = PERIOD.matcher(said);
        if (sla != null) {
            wrong(at, "SLA is said twice");
        } else if (!period.matches() || Integer.parseInt(period.group(1)) == 0) {
            wrong(at, "SLA (" + said + ") must be a time of at least a minute, such as SLA 30 min, SLA 6 h or SLA 2 d");
        } else {
            long number = Long.parseLong(period.group(1));
            sla = switch (period.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
    }

    private void assigned(int at, String said) {
        if (assignee != null) {
            wrong(at, "assign is said twice");
        } else if (said.isEmpty() || said.length() > 60) {
            wrong(at, "assign needs a name of at most 60 characters, such as assign creator");
        } else {
            assignee = said;
        }
    }

    private void wrong(int at, String what) {
        problems.add(new RuleProblem(line, at + 1, what));
    }
}
