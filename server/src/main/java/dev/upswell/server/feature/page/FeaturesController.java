package dev.upswell.server.feature.page;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.FeatureSet;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.feature.FeatureCatalogue.Feature;
import dev.upswell.server.feature.Freshness;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.trend.ExplanationText;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Link.Way;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The features page and the page of an entity's vector.
@Controller
class FeaturesController {

    private static final int LONGEST_HORIZON = 24 * 365;
    private static final String RANK = "rank_";
    private static final List<String> LETTERS = Arrays.stream(FeatureGroup.values()).map(FeaturesController::letter)
            .toList();

    private final FeaturePages pages;
    private final Words words;
    private final ExplanationText sentences;

    FeaturesController(FeaturePages pages, Words words, Figures figures) {
        this.pages = pages;
        this.words = words;
        this.sentences = new ExplanationText(words, figures);
    }

    /// A feature as it is listed.
    ///
    /// @param letter of its family
    record Line(String name, String letter, Feature feature) {
    }

    /// A feature of a vector.
    ///
    /// @param sentence what its value says
    /// @param value null when it is missing
    record Value(String name, FeatureDefinition definition, String sentence, @Nullable Float value) {
    }

    /// The features of one family in a vector.
    record Family(String letter, String label, List<Value> values, long known) {
    }

    @GetMapping("/features")
    String features(Query query, Model model) {
        String set = query.text("set", 60).orElse(null);
        EntityKind kind = query.kind("kind", EntityKind.HASHTAG);
        int horizon = query.number("horizon", 1, LONGEST_HORIZON, 24);
        String group = query.oneOf("group", LETTERS).orElse(null);
        String text = query.text("q", 60).orElse(null);
        query.done();
        FeaturesView view = pages.features(new FeaturePages.Choice(set, kind, horizon))
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.features.set", set == null ? "" : set)));
        model.addAttribute("view", view);
        model.addAttribute("group", group);
        model.addAttribute("text", text);
        model.addAttribute("outcomes", FeatureCatalogue.OUTCOMES);
        model.addAttribute("lines", view.standing().features().stream().map(this::line)
                .filter(line -> group == null || line.letter().equals(group))
                .filter(line -> text == null || holds(line, text)).toList());
        model.addAttribute("sets", view.sets().stream().map(one -> way(one, view)).toList());
        model.addAttribute("letters", LETTERS);
        model.addAttribute("kinds", view.freshness().stream().map(one -> way(one, view)).toList());
        return "features";
    }

    @GetMapping("/features/{kind}/{id}")
    String vector(@PathVariable String kind, @PathVariable String id, Query query, Model model) {
        int horizon = query.number("horizon", 1, LONGEST_HORIZON, 24);
        query.done();
        VectorView view = pages.vector(entity(kind, id), horizon)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.features.none", kind, id, horizon)));
        model.addAttribute("view", view);
        model.addAttribute("called", words.name(view.vector().entity().kind(), view.name()));
        List<Family> families = families(view.vector());
        model.addAttribute("families", families);
        model.addAttribute("known", families.stream().mapToLong(Family::known).sum());
        return "feature-vector";
    }

    private static EntityId entity(String kind, String id) {
        try {
            return new EntityId(EntityKind.of(kind), id);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.kind", kind));
        }
    }

    private Line line(Feature feature) {
        return new Line(name(feature.definition().name()), letter(feature.definition().group()), feature);
    }

    private static boolean holds(Line line, String text) {
        String part = text.toLowerCase(Locale.ROOT);
        return line.name().toLowerCase(Locale.ROOT).contains(part)
                || line.feature().definition().name().contains(part);
    }

    private String name(String feature) {
        return feature.startsWith(RANK)
                ? words.say("feature.rank", name(feature.substring(RANK.length())))
                : words.sayOr("feature." + feature, feature.replace('_', ' '));
    }

    private static String letter(FeatureGroup group) {
        return group.name().substring(0, 1);
    }

    private static Way way(FeatureSet set, FeaturesView view) {
        return new Way(set.version(), url(set.version(), view.kind(), view.horizonHours()),
                set.version().equals(view.standing().set().version()));
    }

    private Way way(Freshness one, FeaturesView view) {
        return new Way(words.task(one.kind(), one.horizonHours()),
                url(null, one.kind(), one.horizonHours()),
                one.kind() == view.kind() && one.horizonHours() == view.horizonHours());
    }

    private static String url(@Nullable String set, EntityKind kind, int horizonHours) {
        return Link.to("/features").with("set", set, null).with("kind", kind.label(), "hashtag")
                .with("horizon", horizonHours, 24).toString();
    }

    private List<Family> families(FeatureVector vector) {
        FeatureSet set = FeatureCatalogue.find(vector.computed().featureSet()).orElseThrow();
        float[] values = vector.values();
        List<Family> families = new ArrayList<>();
        for (FeatureGroup group : FeatureGroup.values()) {
            List<Value> own = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                FeatureDefinition definition = set.features().get(i);
                if (definition.group() == group) {
                    own.add(value(definition, values[i]));
                }
            }
            if (!own.isEmpty()) {
                families.add(new Family(letter(group), group.label(), own,
                        own.stream().filter(one -> one.value() != null).count()));
            }
        }
        return families;
    }

    private Value value(FeatureDefinition definition, float value) {
        boolean missing = Float.isNaN(value);
        return new Value(name(definition.name()), definition,
                missing ? "" : sentences.of(definition.name(), (double) value), missing ? null : Float.valueOf(value));
    }
}
