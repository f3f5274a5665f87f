package dev.upswell.server.theme.page;

import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.text.EntityNames;
import dev.upswell.server.theme.KeptTheme.LabelState;
import dev.upswell.server.theme.SaidLabel;
import dev.upswell.server.theme.ThemeDocument;
import dev.upswell.server.theme.ThemeRun;
import dev.upswell.server.theme.ThemeSection;
import dev.upswell.server.theme.Themes;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages of themes: all, one, and the labels that wait for a person.
@Controller
class ThemesController {

    private static final String PATH = "/themes";
    private static final String LABELS = PATH + "/labels";

    private static final String SHARE = "share of 1";
    private static final List<Column<ThemeDocument>> COLUMNS = Column.of(ThemeDocument.class,
            Map.ofEntries(Map.entry("captions", "captions"), Map.entry("creators", "creators"),
                    Map.entry("share", "share of all themed captions"), Map.entry("lastWeek", "captions"),
                    Map.entry("weekBefore", "captions"), Map.entry("growth", "ratio of the weeks"),
                    Map.entry("sentiment.shareKnown", SHARE), Map.entry("sentiment.praising.share", SHARE),
                    Map.entry("sentiment.praising.low", SHARE), Map.entry("sentiment.praising.high", SHARE),
                    Map.entry("sentiment.complaining.share", SHARE), Map.entry("sentiment.complaining.low", SHARE),
                    Map.entry("sentiment.complaining.high", SHARE)));

    private final Themes themes;
    private final EntityNames names;
    private final ObjectProvider<ThemeSection> sections;

    /// A section of another slice.
    record Section(String template, Object view) {
    }

    ThemesController(Themes themes, EntityNames names, ObjectProvider<ThemeSection> sections) {
        this.themes = themes;
        this.names = names;
        this.sections = sections;
    }

    @GetMapping(PATH)
    String list(Query query, Model model) {
        query.done();
        ThemeRun last = themes.runs(1, 0).items().stream().findFirst().orElse(null);
        model.addAttribute("themes", ThemeDocument.of(themes.list(false)));
        model.addAttribute("last", last);
        return "themes";
    }

    @GetMapping(path = PATH, params = FileFormat.PARAMETER)
    Table<ThemeDocument> file(Query query) {
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("themes", format, COLUMNS, ThemeDocument.of(themes.list(false)));
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable long id, Query query, Model model) {
        query.done();
        Themes.Detail detail = themes.get(id);
        model.addAttribute("theme", ThemeDocument.of(List.of(detail.theme())).getFirst());
        model.addAttribute("hashtags", detail.hashtags());
        model.addAttribute("videos", detail.typical());
        model.addAttribute("changes", detail.changes());
        model.addAttribute("names", names.in(themes.members(id).videos()));
        model.addAttribute("sections", sections.orderedStream()
                .map(section -> new Section(section.template(), section.view(id))).toList());
        return "theme";
    }

    @PostMapping(PATH + "/{id}/label")
    String label(@PathVariable long id, Query query) {
        String label = query.text("label", 200).orElse("");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        themes.call(id, label, by);
        return "redirect:" + Link.to(PATH, Long.toString(id));
    }

    @GetMapping(LABELS)
    String labels(Query query, Model model) {
        query.done();
        model.addAttribute("proposed", ThemeDocument.of(themes.list(false)).stream()
                .filter(one -> one.labelState().equals(LabelState.PROPOSED.name().toLowerCase(Locale.ROOT))).toList());
        model.addAttribute("said", themes.labels());
        return "themes-labels";
    }

    @PostMapping(LABELS)
    String say(Query query) {
        Optional<String> rejected = query.text("reject", 200);
        Optional<String> approved = query.text("approve", 200);
        String by = query.text("by", 100).orElse("hand");
        query.done();
        themes.say(rejected.or(() -> approved).orElse(""),
                rejected.isPresent() ? SaidLabel.State.REJECTED : SaidLabel.State.APPROVED, by);
        return "redirect:" + LABELS;
    }
}
