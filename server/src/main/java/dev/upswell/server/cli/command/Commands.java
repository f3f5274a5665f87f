package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.access.AccountsCommand;
import dev.upswell.server.cli.access.AuditCommand;
import dev.upswell.server.cli.access.PasswordCommand;
import dev.upswell.server.cli.access.PeopleCommand;
import dev.upswell.server.cli.access.TokensCommand;
import dev.upswell.server.cli.act.ActionsCommand;
import dev.upswell.server.cli.act.TrackersCommand;
import dev.upswell.server.cli.alert.AlertsCommand;
import dev.upswell.server.cli.agent.AgentsCommand;
import dev.upswell.server.cli.agent.EventsCommand;
import dev.upswell.server.cli.agent.NoticesCommand;
import dev.upswell.server.cli.ask.AskCommand;
import dev.upswell.server.cli.commerce.CommerceCommand;
import dev.upswell.server.cli.comply.ComplianceCommand;
import dev.upswell.server.cli.comply.RetentionCommand;
import dev.upswell.server.cli.drift.DriftCommand;
import dev.upswell.server.cli.insight.FeaturesCommand;
import dev.upswell.server.cli.judge.JudgeCommand;
import dev.upswell.server.cli.live.CollectCommand;
import dev.upswell.server.cli.live.DeadLettersCommand;
import dev.upswell.server.cli.live.ReplayCommand;
import dev.upswell.server.cli.live.SandboxCommand;
import dev.upswell.server.cli.live.SourcesCommand;
import dev.upswell.server.cli.live.WatchCommand;
import dev.upswell.server.cli.pattern.PatternsCommand;
import dev.upswell.server.cli.privacy.PrivacyCommand;
import dev.upswell.server.cli.quality.QualityCommand;
import dev.upswell.server.cli.recommend.RecommendCommand;
import dev.upswell.server.cli.report.OverviewCommand;
import dev.upswell.server.cli.report.RegularReportsCommand;
import dev.upswell.server.cli.report.ReportCommand;
import dev.upswell.server.cli.score.PlanCommand;
import dev.upswell.server.cli.score.ScoreCommand;
import dev.upswell.server.cli.score.TrialsCommand;
import dev.upswell.server.cli.score.WeightsCommand;
import dev.upswell.server.cli.session.KeysCommand;
import dev.upswell.server.cli.session.SessionsCommand;
import dev.upswell.server.cli.taste.PipelineCommand;
import dev.upswell.server.cli.taste.ProfileCommand;
import dev.upswell.server.cli.taste.TaxonomyCommand;
import dev.upswell.server.cli.text.TextsCommand;
import dev.upswell.server.cli.text.ThemesCommand;
import dev.upswell.server.cli.tune.TuneCommand;
import dev.upswell.server.cli.word.NarrativesCommand;
import dev.upswell.server.cli.word.PromptsCommand;
import dev.upswell.server.cli.video.ReachCommand;
import java.util.List;
import java.util.concurrent.Callable;

/// All commands, in the order in which help lists them.
public final class Commands {

    private Commands() {
    }

    /// The commands over this console.
    public static List<Callable<Integer>> all(Console console) {
        return List.of(new DemoCommand(console), new ServeCommand(console), new ImportCommand(console),
                new MappingsCommand(console),
                new SourcesCommand(console), new KeysCommand(console), new SessionsCommand(console),
                new WatchCommand(console),
                new CommerceCommand(console), new CollectCommand(console),
                new DeadLettersCommand(console), new ReplayCommand(console), new SandboxCommand(console),
                new AgentsCommand(console), new EventsCommand(console), new NoticesCommand(console),
                new TrackersCommand(console), new ActionsCommand(console),
                new MetricsCommand(console), new TrendsCommand(console), new AskCommand(console),
                new TrainCommand(console), new PredictCommand(console), new EvaluateCommand(console),
                new BacktestCommand(console), new JudgeCommand(console),
                new ReachCommand(console), new ScoreCommand(console), new WeightsCommand(console),
                new PatternsCommand(console),
                new TextsCommand(console), new ThemesCommand(console),
                new TrialsCommand(console), new PlanCommand(console),
                new TaxonomyCommand(console), new ProfileCommand(console), new PipelineCommand(console),
                new RecommendCommand(console),
                new FeaturesCommand(console),
                new OverviewCommand(console), new RegularReportsCommand(console), new ReportCommand(console),
                new ModelsCommand(console),
                new TasksCommand(console), new AlertsCommand(console), new DriftCommand(console),
                new TuneCommand(console), new PromptsCommand(console), new NarrativesCommand(console),
                new QuarantineCommand(console), new QualityCommand(console), new SimulateCommand(console),
                new PasswordCommand(console), new PeopleCommand(console), new AccountsCommand(console),
                new TokensCommand(console),
                new AuditCommand(console), new PrivacyCommand(console), new ComplianceCommand(console),
                new RetentionCommand(console),
                new TenantsCommand(console), new DoctorCommand(console));
    }
}
