package dev.upswell.server.alert.page;

import dev.upswell.server.alert.Alerts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The page of this slice; needs an [Alerts] bean and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(AlertsController.class)
public class AlertPagesConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<Alerts> alerts;

    AlertPagesConfiguration(ObjectProvider<Alerts> alerts) {
        this.alerts = alerts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Unseen(alerts));
    }
}
