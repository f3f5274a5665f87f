package dev.upswell.server.narrative.page;

import dev.upswell.content.EntityId;
import dev.upswell.server.narrative.NarrativeDocument;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.narrative.Narratives.Filter;
import dev.upswell.server.trend.EntitySection;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// The narratives of an entity on its page, in the first language that they are written in.
@Component("narrativeSection")
class NarrativeSection implements EntitySection {

    private static final int MOST = 10;

    private final Narratives narratives;
    private final Words words;
    private final Figures figures;

    NarrativeSection(Narratives narratives, Words words, Figures figures) {
        this.narratives = narratives;
        this.words = words;
        this.figures = figures;
    }

    /// What the section shows.
    ///
    /// @param entity as kind/id
    record View(String entity, List<NarrativeView> narratives) {
    }

    @Override
    public String template() {
        return "narrative-parts";
    }

    @Override
    public Object view(EntityId entity) {
        return view(entity.kind().label() + "/" + entity.value());
    }

    /// @param name as kind/id
    View view(String name) {
        var filter = new Filter(null, Narratives.topic(name), narratives.languageFor(words.locale()));
        return new View(name, narratives.list(filter, MOST, 0).items().stream()
                .map(one -> NarrativeView.of(NarrativeDocument.of(one), words, figures)).toList());
    }
}
