package dev.upswell.server.narrative.page;

import dev.upswell.server.theme.ThemeSection;
import org.springframework.stereotype.Component;

/// The narratives of a theme on its page, as [NarrativeSection] shows those of entities.
@Component("narrativeThemeSection")
class NarrativeThemeSection implements ThemeSection {

    private final NarrativeSection narratives;

    NarrativeThemeSection(NarrativeSection narratives) {
        this.narratives = narratives;
    }

    @Override
    public String template() {
        return narratives.template();
    }

    @Override
    public Object view(long theme) {
        return narratives.view("theme/" + theme);
    }
}
