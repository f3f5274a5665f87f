package dev.upswell.server.overview.page;

import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of this slice; needs beans of [dev.upswell.server.overview.Overviews], [dev.upswell.server.overview.Digests] and
/// [dev.upswell.server.overview.Briefs], those of reports, and the web shell.
@Configuration(proxyBeanMethods = false)
@Import({OverviewController.class, ExecutiveController.class, BriefsController.class, RegularController.class})
public class OverviewPagesConfiguration {

    @Bean
    OverviewText overviewText(Words words, Figures figures, Times times) {
        return new OverviewText(words, figures, times);
    }
}
