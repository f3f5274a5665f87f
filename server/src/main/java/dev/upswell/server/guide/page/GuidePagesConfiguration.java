package dev.upswell.server.guide.page;

import dev.upswell.server.guide.Guide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of the documentation; they need the web shell alone.
@Configuration(proxyBeanMethods = false)
@Import(GuideController.class)
public class GuidePagesConfiguration {

    @Bean
    Guide guide() {
        return Guide.read();
    }
}
