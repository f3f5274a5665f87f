package dev.upswell.server.registry.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Rows;
import dev.upswell.server.listing.Table;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of tasks: what is to be done so that forecasts become or stay good, what came of it, and the alerts; people ask for a
/// retraining here and close tasks.
@Controller
class TasksController {

    private static final int ROWS = 25;
    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 100;
    private static final List<Column<ImprovementTask>> COLUMNS = Column.of(ImprovementTask.class, Map.of());
    private static final List<String> STATES = words(ImprovementTask.State.values());
    private static final List<String> CATEGORIES = words(ImprovementTask.Category.values());

    private final RegistryPages pages;
    private final Words words;

    TasksController(RegistryPages pages, Words words) {
        this.pages = pages;
        this.words = words;
    }

    /// What can be retrained, as a form offers it.
    record Served(String value, String text) {
    }

    @GetMapping("/models/tasks")
    String tasks(Query query, Model model) {
        String state = query.oneOf("state", STATES).orElse(null);
        String category = query.oneOf("category", CATEGORIES).orElse(null);
        Paging paging = query.paging(ROWS);
        query.done();
        TasksView view = pages.tasks(filter(state, category), paging);
        model.addAttribute("view", view);
        model.addAttribute("state", state);
        model.addAttribute("category", category);
        model.addAttribute("states", STATES);
        model.addAttribute("categories", CATEGORIES);
        model.addAttribute("served", view.served().stream().map(task -> new Served(task.label(),
                words.task(task.kind(), task.horizonHours()))).toList());
        Link link = Link.to("/models/tasks").with("state", state, null).with("category", category, null);
        model.addAttribute("previous", link.with("offset", paging.previous().offset(), 0).toString());
        model.addAttribute("next", link.with("offset", paging.next().offset(), 0).toString());
        return "models-backlog";
    }

    @GetMapping(path = "/models/tasks", params = FileFormat.PARAMETER)
    Table<ImprovementTask> file(Query query) {
        RegistryPages.Filter filter = filter(query.oneOf("state", STATES).orElse(null),
                query.oneOf("category", CATEGORIES).orElse(null));
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("model-tasks", format, COLUMNS, Rows.of(part -> pages.tasks(filter, part).tasks().items()));
    }

    private static RegistryPages.Filter filter(@Nullable String state, @Nullable String category) {
        return new RegistryPages.Filter(
                state == null ? null : ImprovementTask.State.valueOf(state.toUpperCase(Locale.ROOT)),
                category == null ? null : ImprovementTask.Category.valueOf(category.toUpperCase(Locale.ROOT)));
    }

    @PostMapping("/models/tasks/retrain")
    String retrain(Query query) {
        String label = query.text("task", 20).orElse("");
        String name = query.text("by", LONGEST_NAME).orElse(Decision.HAND);
        query.done();
        ModelTask task = task(label);
        pages.askRetraining(task, name);
        return "redirect:/models/tasks";
    }

    @PostMapping("/models/tasks/{id}/accept")
    String accept(@PathVariable String id, Query query) {
        String by = query.text("by", LONGEST_NAME).orElse(Decision.HAND);
        query.done();
        pages.accept(id, by);
        return "redirect:/models/tasks";
    }

    @PostMapping("/models/tasks/{id}/close")
    String close(@PathVariable String id, Query query) {
        boolean done = query.choice("as", List.of("done", "dropped"), "done").equals("done");
        String result = query.text("result", LONGEST).orElse("Closed by hand.");
        query.done();
        pages.close(id, done, result);
        return "redirect:/models/tasks";
    }

    @PostMapping("/models/alerts/{id}/ack")
    String acknowledge(@PathVariable String id, Query query) {
        String by = query.text("by", LONGEST_NAME).orElse(Decision.HAND);
        query.done();
        UUID alert = uuid(id);
        pages.acknowledge(alert, by);
        return "redirect:/models/tasks";
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.notFound(Sentence.of("problem.alert"));
        }
    }

    private static ModelTask task(String label) {
        try {
            return ModelTask.of(label);
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.choice", "task", Arrays.stream(EntityKind.values())
                    .map(kind -> kind.label() + "/24h").toList().toString(), label)));
        }
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    }
}
