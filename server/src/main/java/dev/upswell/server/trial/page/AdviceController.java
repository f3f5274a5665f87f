package dev.upswell.server.trial.page;

import dev.upswell.server.trial.FollowedAdvice;
import dev.upswell.server.trial.ReportFormats;
import dev.upswell.server.trial.TrialForm;
import dev.upswell.server.web.Query;
import dev.upswell.trial.advice.Compliance;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages of advice that creators follow or not, and of the formats it is given in.
@Controller
class AdviceController {

    private static final String ADVICE = "/trials/advice";
    private static final String FORMATS = "/trials/formats";

    private final FollowedAdvice advice;
    private final ReportFormats formats;

    AdviceController(FollowedAdvice advice, ReportFormats formats) {
        this.advice = advice;
        this.formats = formats;
    }

    @GetMapping(ADVICE)
    String compliance(Query query, Model model) {
        query.done();
        Compliance seen = advice.compliance();
        model.addAttribute("seen", seen);
        model.addAttribute("span", TrialView.Span.of(seen.followed()));
        model.addAttribute("quadrants", List.of(Compliance.Quadrant.values()));
        return "trials-advice";
    }

    @PostMapping(ADVICE)
    String tell(Query query) {
        advice.tell(TrialForm.advice(query, "hand"));
        return "redirect:" + ADVICE;
    }

    @GetMapping(FORMATS)
    String formats(Query query, Model model) {
        query.done();
        model.addAttribute("mix", formats.mix());
        model.addAttribute("out", formats.out());
        return "trials-formats";
    }

    @PostMapping(FORMATS)
    String use(Query query) {
        ReportFormats.Told use = TrialForm.use(query);
        String by = query.text("by", 100).orElse("hand");
        query.done();
        formats.tell(use, by);
        return "redirect:" + FORMATS;
    }
}
