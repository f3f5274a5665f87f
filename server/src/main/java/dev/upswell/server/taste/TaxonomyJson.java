package dev.upswell.server.taste;

import dev.upswell.embed.Vector;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Taxonomies as JSON files: `categories` of `tag`, `description`, `keywords` and `embedding`, beside what they were made from.
///
/// Files that others wrote are read too: a bare list of categories, and embeddings of another space, which are made anew.
public final class TaxonomyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TaxonomyJson() {
    }

    /// As a document, keys in the order in which they are written.
    ///
    /// @param about what it was made from, which stands in front
    public static Map<String, Object> document(Taxonomy taxonomy, Map<String, ?> about) {
        Map<String, Object> document = new LinkedHashMap<>(about);
        document.put("space", taxonomy.space());
        if (taxonomy.reach() != null) {
            document.put("reach", taxonomy.reach());
        }
        document.put("categories", taxonomy.categories().stream().map(TaxonomyJson::category).toList());
        return document;
    }

    private static Map<String, Object> category(Category category) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("tag", category.tag());
        one.put("description", category.description());
        one.put("keywords", category.keywords());
        if (!category.mapped().isEmpty()) {
            one.put("mapped", category.mapped());
        }
        if (category.forerunner() != null) {
            one.put("forerunner", category.forerunner());
        }
        one.put("embedding", category.vector().values());
        one.put("centre", category.centre().values());
        return one;
    }

    /// A document as text of a file.
    public static String text(Map<String, Object> document) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    /// The taxonomy of a file.
    ///
    /// **errors** [TasteRefused] when it is none
    public static Taxonomy read(String json) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw TasteRefused.unreadable("it is not JSON");
        }
        JsonNode list = tree.isArray() ? tree : tree.path("categories");
        if (!list.isArray() || list.isEmpty()) {
            throw TasteRefused.unreadable("it has no categories");
        }
        boolean ours = TaxonomyMaking.SPACE.equals(tree.path("space").asString(""));
        List<Category> categories = new ArrayList<>();
        for (JsonNode one : list) {
            categories.add(category(one, ours));
        }
        try {
            return new Taxonomy(TaxonomyMaking.SPACE, categories, ours ? reach(tree.path("reach")) : null);
        } catch (IllegalArgumentException refused) {
            throw TasteRefused.value(refused);
        }
    }

    private static @Nullable Double reach(JsonNode told) {
        double reach = told.asDouble(Double.NaN);
        return reach >= -1 && reach <= 1 ? Double.valueOf(reach) : null;
    }

    private static Category category(JsonNode one, boolean ours) {
        String tag = one.path("tag").asString("");
        String description = one.path("description").asString("");
        List<String> keywords = new ArrayList<>();
        one.path("keywords").forEach(keyword -> keywords.add(keyword.asString("")));
        keywords.removeIf(String::isBlank);
        List<String> mapped = new ArrayList<>();
        one.path("mapped").forEach(word -> mapped.add(word.asString("")));
        mapped.removeIf(String::isBlank);
        try {
            Category plain = new Category(tag, description, keywords, Vector.nothing(0), Vector.nothing(0), null);
            Vector vector = ours && one.path("embedding").size() == TaxonomyMaking.EMBEDDER.size()
                    ? vector(one.path("embedding"))
                    : TaxonomyMaking.EMBEDDER.vector(plain.text());
            Vector centre = ours && one.path("centre").size() == vector.size() ? vector(one.path("centre")) : vector;
            return new Category(tag, description, keywords, vector, centre, null, mapped);
        } catch (IllegalArgumentException refused) {
            throw TasteRefused.value(refused);
        }
    }

    private static Vector vector(JsonNode numbers) {
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).asDouble(0);
        }
        return Vector.of(values);
    }
}
