package dev.upswell.server.reach.page;

import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.reach.DraftQuery;
import dev.upswell.server.reach.KeptModel;
import dev.upswell.server.reach.ReachDocument;
import dev.upswell.server.reach.ReachDraft;
import dev.upswell.server.reach.ReachRefused;
import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page on videos: check a draft, see what was foretold of posted ones, and how well such forecasts do.
@Controller
class ReachController {

    static final int ROWS = 20;
    private static final List<Column<ReachDocument>> COLUMNS = Column.of(ReachDocument.class,
            Map.of("breakout", "probability, 0 to 1", "breakoutViews", "views", "views.low", "views", "views.median",
                    "views", "views.high", "views", "outcome.views", "views"));

    private final VideoReach reach;
    private final VideoScores scores;

    ReachController(VideoReach reach, VideoScores scores) {
        this.reach = reach;
        this.scores = scores;
    }

    @GetMapping("/videos")
    String videos(Query query, Model model) {
        ReachDraft draft = DraftQuery.read(query);
        Paging paging = query.paging(ROWS);
        query.done();
        DraftForm form = DraftForm.of(draft);
        KeptModel serving = reach.models().stream().findFirst().orElse(null);
        model.addAttribute("form", form);
        model.addAttribute("serving", serving);
        if (serving != null && form.filled()) {
            check(draft, model);
        }
        VideoReach.Part part = reach.latest(reach.recently(), paging.limit(), paging.offset());
        Listing<ReachDocument> listing = new Listing<>(part.items().stream().map(ReachDocument::of).toList(),
                part.total(), paging);
        model.addAttribute("listing", listing);
        model.addAttribute("scores",
                scores.latest(listing.items().stream().map(ReachDocument::video).filter(Objects::nonNull).toList()));
        model.addAttribute("previous", form.link(paging.previous()));
        model.addAttribute("next", form.link(paging.next()));
        return "videos";
    }

    /// What is foretold of posted videos; a draft in the form is no row of it.
    @GetMapping(path = "/videos", params = FileFormat.PARAMETER)
    Table<ReachDocument> file(Query query) {
        DraftQuery.read(query);
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("videos", format, COLUMNS,
                reach.latest(reach.recently(), Table.ONE_MORE, 0).items().stream().map(ReachDocument::of).toList());
    }

    private void check(ReachDraft draft, Model model) {
        try {
            model.addAttribute("checked", ReachDocument.ofDraft(reach.check(draft)));
        } catch (ReachRefused refused) {
            model.addAttribute("refused", refused.what());
        }
    }
}
