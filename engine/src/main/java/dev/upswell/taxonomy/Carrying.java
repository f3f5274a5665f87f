package dev.upswell.taxonomy;

import dev.upswell.embed.Vector;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which categories of an earlier taxonomy groups of texts still are, so that tags stay where the meaning does.
///
/// A group is the category whose midst it has not left by more than 0.15 and of whose keywords it keeps half; each category is carried on
/// once, by the nearest group. Of vectors of another space keywords alone decide.
final class Carrying {

    private static final double MOST_MOVED = .15;
    private static final double LEAST_STAYING = .5;
    /// What came out of a category is at least so near to it.
    private static final double LEAST_DESCENT = .6;

    private final @Nullable Taxonomy before;
    private final boolean sameSpace;

    /// @param before null where there was none
    Carrying(@Nullable Taxonomy before, String space) {
        this.before = before;
        this.sameSpace = before != null && before.space().equals(space);
    }

    /// A group of texts before it has a name.
    record Found(Vector midst, List<String> keywords) {
    }

    private record Pair(int group, Category category, double likeness) {
    }

    /// Where groups were, to go on from; nowhere where they were of another space.
    List<Vector> begun() {
        return before == null || !sameSpace ? List.of() : before.categories().stream().map(Category::centre).toList();
    }

    /// How far groups reached; empty where nobody told.
    OptionalDouble reach() {
        Double reach = before == null || !sameSpace ? null : before.reach();
        return reach == null ? OptionalDouble.empty() : OptionalDouble.of(reach);
    }

    /// The category that each group carries on, by the group's place; groups without one are new.
    Map<Integer, Category> carried(List<Found> groups) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Category category : categories()) {
                double likeness = likeness(groups.get(i), category);
                if (likeness >= 1 - MOST_MOVED && staying(groups.get(i), category) >= LEAST_STAYING) {
                    pairs.add(new Pair(i, category, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed().thenComparing(pair -> pair.category().tag())
                .thenComparing(Pair::group));
        Map<Integer, Category> carried = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!carried.containsKey(pair.group()) && taken.add(pair.category().tag())) {
                carried.put(pair.group(), pair.category());
            }
        }
        return carried;
    }

    /// The category that a new group came out of: the nearest, unless none is near.
    Optional<String> forerunner(Found group) {
        return categories().stream().filter(category -> likeness(group, category) >= LEAST_DESCENT)
                .max(Comparator.comparingDouble((Category category) -> likeness(group, category))
                        .thenComparing(Category::tag))
                .map(Category::tag);
    }

    private List<Category> categories() {
        return before == null ? List.of() : before.categories();
    }

    private double likeness(Found group, Category category) {
        return sameSpace
                ? group.midst().likeness(category.centre())
                : staying(group, category) >= LEAST_STAYING ? 1 : 0;
    }

    private static double staying(Found group, Category category) {
        long stay = category.keywords().stream().filter(group.keywords()::contains).count();
        return category.keywords().isEmpty() ? 0 : (double) stay / category.keywords().size();
    }
}
