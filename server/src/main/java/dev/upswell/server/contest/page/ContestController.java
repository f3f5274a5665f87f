package dev.upswell.server.contest.page;

import dev.upswell.server.contest.ConfigurationDocument;
import dev.upswell.server.contest.ConfigurationTrials;
import dev.upswell.server.contest.ConfigurationValue;
import dev.upswell.server.contest.Contest;
import dev.upswell.server.contest.LearntRankers;
import dev.upswell.server.contest.TrialDocument;
import dev.upswell.server.contest.TrialForm;
import dev.upswell.server.contest.TrialVerdict;
import dev.upswell.server.crowd.CrowdLearning;
import dev.upswell.server.crowd.CrowdState;
import dev.upswell.server.recommend.Configurations.State;
import dev.upswell.server.web.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of trials of configurations, of what each is worth, and of which there are.
@Controller
class ContestController {

    private static final String PATH = "/recommendations/trials";
    private static final String BACK = "redirect:" + PATH;

    private final Contest contest;

    ContestController(Contest contest) {
        this.contest = contest;
    }

    /// A trial as the page shows it.
    ///
    /// @param tone of the chip of its verdict
    record Row(TrialDocument trial, String verdict, String kind, String tone, @Nullable Span span) {

        static Row of(ConfigurationTrials.Seen seen) {
            TrialVerdict verdict = seen.look().verdict();
            return new Row(TrialDocument.of(seen), TrialForm.word(verdict), TrialForm.word(seen.trial().kind()),
                    verdict.isDecided() ? "rise" : verdict == TrialVerdict.UNEVEN ? "bad" : "", Span.of(seen));
        }

        /// The configuration that won; null where none did.
        public @Nullable String winner() {
            return switch (trial.found().verdict()) {
                case A_BETTER -> trial.a();
                case B_BETTER -> trial.b();
                case NO_DIFFERENCE_YET, TOO_FEW, UNEVEN -> null;
            };
        }
    }

    /// What a configuration is worth.
    record Worth(ConfigurationValue told, @Nullable Span span) {
    }

    @GetMapping(PATH)
    String list(Query query, Model model) {
        query.done();
        List<ConfigurationValue> values = contest.values().list();
        List<ConfigurationDocument> configurations = ConfigurationDocument.all(contest.configurations());
        List<Row> trials = contest.trials().list().stream().map(Row::of).toList();
        model.addAttribute("trials", trials);
        model.addAttribute("running", trials.stream().anyMatch(row -> row.trial().endedAt() == null));
        model.addAttribute("values", values.stream().map(one -> new Worth(one, Span.of(one, values))).toList());
        model.addAttribute("valued", values.stream().anyMatch(one -> one.lists() > 0));
        model.addAttribute("configurations", configurations);
        model.addAttribute("usable", configurations.stream().filter(one -> one.state() != State.RETIRED)
                .map(ConfigurationDocument::name).toList());
        model.addAttribute("noCrowd", contest.crowd().state().filter(CrowdState::tells).isEmpty());
        model.addAttribute("crowdPeople", CrowdLearning.LEAST_PEOPLE);
        model.addAttribute("rankers", contest.rankers().list());
        model.addAttribute("leastLists", LearntRankers.LEAST_LISTS);
        model.addAttribute("leastPeople", LearntRankers.LEAST_PEOPLE);
        model.addAttribute("leastTaken", LearntRankers.LEAST_TAKEN_PEOPLE);
        model.addAttribute("kinds", TrialForm.KINDS);
        model.addAttribute("least", ConfigurationValue.LEAST_EFFECTIVE);
        return "recommendations-trials";
    }

    @PostMapping(PATH)
    String begin(Query query) {
        contest.trials().begin(TrialForm.wanted(query));
        return BACK;
    }

    @PostMapping(PATH + "/{name}/end")
    String end(@PathVariable String name, Query query) {
        contest.trials().end(name, TrialForm.by(query));
        return BACK;
    }

    @PostMapping(PATH + "/{name}/promote")
    String promote(@PathVariable String name, Query query) {
        contest.trials().promote(name, TrialForm.by(query));
        return BACK;
    }
}
