package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TaskOptions;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.Tasks;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "tasks", mixinStandardHelpOptions = true, description = "What is to be done so that forecasts become or stay good: list, show ID, accept ID, done ID, drop ID, retrain.")
final class TasksCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        SHOW,
        ACCEPT,
        DONE,
        DROP,
        RETRAIN
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, show, accept, done, drop, or retrain: ask for a model to be trained anew with what is known now.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The task; its first characters suffice.")
    private @Nullable String id;

    @Option(names = "--result", paramLabel = "TEXT", description = "What came of it, for done and drop.")
    private String result = "Closed by hand.";

    @Mixin
    private TaskOptions options = new TaskOptions();

    @Option(names = "--by", paramLabel = "NAME", description = "Who accepts a task or asks for a retraining; nothing vouches for it.")
    private String by = Decision.HAND;

    TasksCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Tasks tasks = workplace.forecasting().governance().tasks();
            List<ImprovementTask> all = tasks.list(workplace.tenant());
            if (action == Action.LIST) {
                list(screen, all);
                return Cli.DONE;
            }
            if (action == Action.RETRAIN) {
                show(screen,
                        workplace.forecasting().governance().retraining().ask(workplace.tenant(), options.task(), by));
                return Cli.DONE;
            }
            String meant = id;
            if (meant == null) {
                throw CommandFailed.wrongUse("which task?", "Run \"upswell tasks\" and name one.");
            }
            show(screen, switch (action) {
                case ACCEPT -> tasks.accept(workplace.tenant(), meant, by);
                case DONE -> tasks.close(workplace.tenant(), meant, true, result);
                case DROP -> tasks.close(workplace.tenant(), meant, false, result);
                case SHOW, LIST,
                        RETRAIN ->
                    all.stream().filter(task -> task.id().toString().startsWith(meant)).findFirst()
                            .orElseThrow(() -> CommandFailed.wrongUse("there is no task " + meant,
                                    "Run \"upswell tasks\" to see which there are."));
            });
        }
        return Cli.DONE;
    }

    private static void list(Screen screen, List<ImprovementTask> tasks) {
        screen.document(tasks);
        if (tasks.isEmpty()) {
            screen.line("There is nothing to be done.");
            return;
        }
        var table = new TextTable("id", "state", "category", "title", "owner", "review by");
        for (ImprovementTask task : tasks) {
            table.row(task.id().toString().substring(0, 8), task.state().name().toLowerCase(Locale.ROOT),
                    task.order().category().name().toLowerCase(Locale.ROOT), task.order().title(),
                    task.order().ownerAgent(), task.order().reviewDate().toString());
        }
        screen.line(table.toString());
    }

    private static void show(Screen screen, ImprovementTask task) {
        screen.document(task);
        screen.line("%s  %s  %s".formatted(task.id(), task.state(), task.order().title()));
        screen.line("  trigger     " + task.order().trigger());
        screen.line("  hypothesis  " + task.order().hypothesis());
        screen.line("  success     " + task.order().successMetric());
        screen.line("  owner       %s, review by %s".formatted(task.order().ownerAgent(), task.order().reviewDate()));
        screen.line("  opened      on data until " + task.openedAsOf());
        String outcome = task.result();
        if (outcome != null) {
            screen.line("  result      " + outcome);
        }
    }
}
