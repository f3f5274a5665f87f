package dev.upswell.taxonomy;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taxonomy.Carrying.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes a taxonomy from texts: groups them, and says of each group what sets it apart.
///
/// A category stands on 15 texts at least; of few texts on half of an even share, never on fewer than 3. What cannot be told apart is left
/// out, and why is said.
///
/// Categories of an earlier taxonomy are carried on: they follow their texts, and what belongs to none may make new ones. Groups made from
/// nothing would be others each time, for texts have many equally good groupings.
///
/// **cost** the vectors of all texts, and grouping of 8,000 of them at most
public final class CategoryMaking {

    private static final int LEAST_TEXTS = 15;
    private static final int LEAST_OF_FEW = 3;
    private static final int MOST_KEYWORDS = 10;
    private static final int LEAST_KEYWORDS = 5;
    /// So many keywords name a category.
    private static final int NAMING = 3;

    private final Settings settings;
    private final Embedder embedder;

    /// What is wanted.
    ///
    /// @param categories so many at most
    /// @param space names the embedder's vectors
    /// @param language of descriptions: Indonesian or, else, English
    public record Settings(int categories, long seed, String space, Locale language) {

        /// The most that are made.
        public static final int MOST = 500;

        public Settings {
            if (categories < 1 || categories > MOST) {
                throw new IllegalArgumentException("number of categories (" + categories + ") must be from 1 to " + MOST
                        + "\nMaybe 100 was meant.");
            }
        }
    }

    /// What was made.
    ///
    /// @param tags of each text in its order the category that it was counted to; empty where it lies too far from all
    /// @param notes what was left out and why, in sentences
    public record Made(Taxonomy taxonomy, List<Optional<String>> tags, List<String> notes) {

        public Made {
            tags = List.copyOf(tags);
            notes = List.copyOf(notes);
        }
    }

    public CategoryMaking(Settings settings, Embedder embedder) {
        this.settings = settings;
        this.embedder = embedder;
    }

    private record Group(List<Integer> texts, Found found) {
    }

    /// Categories of these texts.
    ///
    /// @param before whose tags stay where the meaning does; null for none
    public Made of(List<SaidText> said, @Nullable Taxonomy before) {
        List<ReadText> texts = said.stream().map(ReadText::of).toList();
        TextSpace space = new TextSpace(texts, settings.categories(), embedder);
        List<Vector> points = space.points();
        int telling = (int) points.stream().filter(point -> !point.saysNothing()).count();
        int least = Math.clamp(telling / (2L * settings.categories()), LEAST_OF_FEW, LEAST_TEXTS);
        Carrying carrying = new Carrying(before, settings.space());
        GroupTerms terms = new GroupTerms(texts, space.everywhere());
        TextGroups grouped = grouped(points, Math.min(settings.categories(), telling / least), carrying,
                group -> group.size() >= least
                        && named(terms, group.stream().map(texts::get).toList()));
        List<Group> groups = grouped.groups().stream().map(group -> new Group(group, new Found(
                TextGroups.midst(group, points), terms.of(group.stream().map(texts::get).toList(), MOST_KEYWORDS))))
                .toList();
        List<Category> categories = categories(groups.stream().map(Group::found).toList(), carrying);
        List<Optional<String>> tags = new ArrayList<>(Collections.nCopies(texts.size(), Optional.empty()));
        for (int i = 0; i < groups.size(); i++) {
            Optional<String> tag = Optional.of(categories.get(i).tag());
            groups.get(i).texts().forEach(text -> tags.set(text, tag));
        }
        return new Made(new Taxonomy(settings.space(), categories, grouped.reach()), tags,
                notes(categories.size(), least, tags));
    }

    private TextGroups grouped(List<Vector> points, int most, Carrying carrying, Predicate<List<Integer>> stands) {
        return carrying.begun().isEmpty() || carrying.reach().isEmpty()
                ? TextGroups.found(points, most, stands, settings.seed())
                : TextGroups.carried(points, carrying.begun(), carrying.reach().getAsDouble(), most, stands,
                        settings.seed());
    }

    /// Whether terms enough set a group apart, and one of the first holds it together.
    private static boolean named(GroupTerms terms, List<ReadText> group) {
        List<String> keywords = terms.of(group, MOST_KEYWORDS);
        return keywords.size() >= LEAST_KEYWORDS && GroupTerms.hold(keywords.subList(0, NAMING), group);
    }

    private List<Category> categories(List<Found> groups, Carrying carrying) {
        Map<Integer, Category> carried = carrying.carried(groups);
        TagNames names = new TagNames();
        carried.values().forEach(category -> names.take(category.tag()));
        Descriptions descriptions = new Descriptions(settings.language());
        List<Category> categories = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Found group = groups.get(i);
            Category same = carried.get(i);
            String tag = same == null ? names.of(group.keywords()) : same.tag();
            String description = descriptions.of(group.keywords());
            categories.add(new Category(tag, description, group.keywords(),
                    embedder.vector(Category.text(tag, description, group.keywords())), group.midst(),
                    same == null ? carrying.forerunner(group).orElse(null) : null));
        }
        return categories;
    }

    private List<String> notes(int made, int least, List<Optional<String>> tags) {
        List<String> notes = new ArrayList<>();
        if (made < settings.categories()) {
            notes.add(made + " of " + settings.categories() + " categories were made: a category needs " + least
                    + " texts that lie together and apart from the others, and terms that hold them together.");
        }
        long none = tags.stream().filter(Optional::isEmpty).count();
        if (none > 0) {
            notes.add(none + " of " + tags.size() + " texts belong to no category.");
        }
        return notes;
    }
}
