package dev.upswell.server.fyp.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of this slice; needs beans of [dev.upswell.server.fyp.VideoScores], [dev.upswell.server.commerce.Viewings] and [dev.upswell.server.fyp.NextSteps], and the
/// web shell.
@Configuration(proxyBeanMethods = false)
@Import({ScoresController.class, SlotsController.class, RetentionController.class, LengthsController.class,
        RulesController.class})
public class FypPagesConfiguration {
}
