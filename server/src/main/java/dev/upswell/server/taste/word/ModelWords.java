package dev.upswell.server.taste.word;

import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.server.wording.Wording;
import dev.upswell.taste.Category;
import dev.upswell.taste.SensitiveTopics;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taxonomy.BorneWords;
import dev.upswell.taxonomy.LooseWords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks a language model to name categories and to put further words to them, and takes what their keywords and texts bear out.
///
/// A category that carries one of the version before on keeps its tag. Categories of sensitive topics are left to the rules, and so is
/// everything once a model was asked three times in a row and none of its answers could be used.
///
/// **cost** a question a category and one for 40 words, as long as nothing was asked with the same keywords in 30 days
public final class ModelWords implements Taxonomies.Words {

    private static final int IN_VAIN = 3;
    private static final SensitiveTopics SENSITIVE = SensitiveTopics.shipped(TaxonomyMaking.EMBEDDER);

    private final Wording wording;
    private final InstantSource clock;

    /// @param wording by which models are asked for the purposes `taxonomy` and `category-words`
    public ModelWords(Wording wording, InstantSource clock) {
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Taxonomies.Worded of(Taxonomies.Work work) {
        Taxonomy made = work.made().taxonomy();
        var course = new Course(tags(made), tags(work.before()));
        var naming = new Naming(wording, clock, work.language());
        List<Category> named = made.categories().stream().map(one -> named(one, course, naming)).toList();
        List<String> notes = new ArrayList<>(course.notes(named.size()));
        var words = new WordCategories(wording, clock, SENSITIVE);
        Map<String, List<String>> mapped = course.inVain >= IN_VAIN
                ? Map.of()
                : words.of(made, new LooseWords(work.texts(), work.made()), work.language());
        notes.addAll(words.notes());
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            categories.add(named.get(i).mapped(mapped.getOrDefault(made.categories().get(i).tag(), List.of())));
        }
        return new Taxonomies.Worded(new Taxonomy(made.space(), categories, made.reach()),
                course.byModel > 0 || !mapped.isEmpty(), notes);
    }

    private static Set<String> tags(@Nullable Taxonomy taxonomy) {
        Set<String> tags = new HashSet<>();
        if (taxonomy != null) {
            taxonomy.categories().forEach(one -> tags.add(one.tag()));
        }
        return tags;
    }

    /// What is known while categories are named.
    private static final class Course {

        final Set<String> taken;
        final Set<String> before;
        final Set<String> models = new HashSet<>();
        int byModel;
        int sensitive;
        int inVain;
        int unasked;

        Course(Set<String> taken, Set<String> before) {
            this.taken = taken;
            this.before = before;
        }

        List<String> notes(int all) {
            List<String> notes = new ArrayList<>();
            notes.add(byModel == 0
                    ? "No language model's words for a category could be used: rules worded all " + all + "."
                    : "%s worded %d of %d categories, rules the others.".formatted(String.join(", ", models), byModel,
                            all));
            if (sensitive > 0) {
                notes.add(sensitive + " of sensitive topics were not told to a model.");
            }
            if (unasked > 0) {
                notes.add("Of " + unasked + " no model was asked after " + IN_VAIN + " answers in a row of no use.");
            }
            return notes;
        }
    }

    private static Category named(Category category, Course course, Naming naming) {
        if (SENSITIVE.of(category).isPresent()) {
            course.sensitive++;
            return category;
        }
        if (course.inVain >= IN_VAIN) {
            course.unasked++;
            return category;
        }
        var proof = new BorneWords(category, SENSITIVE);
        return naming.of(category, proof).map(told -> {
            course.inVain = 0;
            course.byModel++;
            course.models.add(told.model());
            String tag = course.before.contains(category.tag()) ? category.tag() : told.tag();
            if (!tag.equals(category.tag()) && !course.taken.add(tag)) {
                tag = category.tag();
            }
            String description = told.description() == null ? category.description() : told.description();
            return new Category(tag, description, category.keywords(),
                    TaxonomyMaking.EMBEDDER.vector(Category.text(tag, description, category.keywords())),
                    category.centre(), category.forerunner());
        }).orElseGet(() -> {
            course.inVain++;
            return category;
        });
    }
}
