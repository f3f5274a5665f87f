package dev.upswell.server.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found for a question: sentences to be put into a language, and the facts they rest on.
///
/// @param asOf as of when all of it holds
/// @param chart null where one number is all there is
public record Finding(Instant asOf, List<Line> lines, List<Fact> facts, @Nullable Chart chart) {

    public Finding {
        lines = List.copyOf(lines);
        facts = List.copyOf(facts);
    }

    /// A sentence: its key among the texts of answers, and what stands in it (facts, names, instants, measures).
    public record Line(String key, List<Object> arguments) {

        public Line {
            arguments = List.copyOf(arguments);
        }
    }

    /// A finding that fills up.
    public static final class Draft {

        private final Instant asOf;
        private final List<Line> lines = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();

        public Draft(Instant asOf) {
            this.asOf = asOf;
        }

        /// Adds a fact as of the finding's instant.
        public Fact fact(Subject subject, String measure, double value, Fact.Unit unit, @Nullable String of) {
            return fact(subject, measure, value, unit, asOf, of);
        }

        /// Adds a fact.
        public Fact fact(Subject subject, String measure, double value, Fact.Unit unit, Instant at,
                @Nullable String of) {
            var fact = new Fact("f" + (facts.size() + 1), subject.name(), measure, value, unit, at, of, subject.page());
            facts.add(fact);
            return fact;
        }

        /// Adds a sentence.
        public Draft tell(String key, Object... arguments) {
            lines.add(new Line(key, List.of(arguments)));
            return this;
        }

        /// The finding with a chart of its facts of this measure, if there are two of them.
        public Outcome.Found charted(String measure) {
            List<Fact> drawn = facts.stream().filter(fact -> fact.measure().equals(measure)).toList();
            return new Outcome.Found(
                    new Finding(asOf, lines, facts, drawn.size() < 2 ? null : Chart.of(measure, drawn)));
        }

        /// The finding without a chart.
        public Outcome.Found done() {
            return new Outcome.Found(new Finding(asOf, lines, facts, null));
        }
    }
}
