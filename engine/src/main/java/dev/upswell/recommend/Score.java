package dev.upswell.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A weighted mean of terms, some of which may be unknown.
///
/// Weights are scaled over the terms that are known, so that what is missing is neither good nor bad.
///
/// @param value 0 to 1; empty when no term is known
/// @param terms in the order of the formula
public record Score(OptionalDouble value, List<Term> terms) {

    /// A part of a score.
    ///
    /// @param weight from 0
    /// @param value 0 to 1; empty when unknown
    public record Term(String name, double weight, OptionalDouble value) {

        /// A part that is known.
        public static Term known(String name, double weight, double value) {
            return new Term(name, weight, OptionalDouble.of(value));
        }
    }

    public Score {
        terms = List.copyOf(terms);
    }

    /// The mean of these terms by their weights.
    public static Score of(Term... terms) {
        return of(List.of(terms));
    }

    static Score of(List<Term> terms) {
        double sum = 0;
        double weights = 0;
        for (Term term : terms) {
            if (term.value().isPresent()) {
                sum += term.weight() * term.value().getAsDouble();
                weights += term.weight();
            }
        }
        return new Score(weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty(), terms);
    }

    /// The value of a term; empty when it is unknown, or there is none of that name.
    public OptionalDouble term(String name) {
        for (Term term : terms) {
            if (term.name().equals(name)) {
                return term.value();
            }
        }
        return OptionalDouble.empty();
    }

    /// Names of the terms that are unknown.
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (Term term : terms) {
            if (term.value().isEmpty()) {
                unknown.add(term.name());
            }
        }
        return unknown;
    }
}
