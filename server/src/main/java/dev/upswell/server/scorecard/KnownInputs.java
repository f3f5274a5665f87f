package dev.upswell.server.scorecard;

import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is known of a creator's inputs: what was told beside what was derived. What was told is used.
///
/// @param all in the order of inputs, of each what was told first
public record KnownInputs(List<KnownInput> all) {

    private static final Comparator<KnownInput> ORDER = Comparator.comparing(KnownInput::input)
            .thenComparing(KnownInput::origin);

    public KnownInputs {
        all = all.stream().sorted(ORDER).toList();
    }

    /// What was told and what was derived, together.
    public static KnownInputs of(List<KnownInput> told, List<KnownInput> derived) {
        List<KnownInput> all = new ArrayList<>(told);
        all.addAll(derived);
        return new KnownInputs(all);
    }

    /// The values that are used.
    public Map<Input, KnownInput> used() {
        Map<Input, KnownInput> used = new EnumMap<>(Input.class);
        all.forEach(one -> used.putIfAbsent(one.input(), one));
        return used;
    }

    /// What was derived of an input that was told; empty when it is not told, or nothing was derived.
    public Optional<KnownInput> beside(Input input) {
        return all.stream().filter(one -> one.input() == input).skip(1).findFirst();
    }

    /// The values as they are reckoned with.
    public CreatorInputs inputs() {
        Map<Input, Double> values = new EnumMap<>(Input.class);
        used().forEach((input, known) -> values.put(input, known.value()));
        return CreatorInputs.of(values);
    }

    /// Whether nothing is known.
    public boolean isEmpty() {
        return all.isEmpty();
    }
}
