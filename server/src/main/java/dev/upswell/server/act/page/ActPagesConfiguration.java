package dev.upswell.server.act.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of this slice; needs beans of [dev.upswell.server.act.Actions] and [dev.upswell.server.integrate.Connections], and the web
/// shell.
@Configuration(proxyBeanMethods = false)
@Import({ActionsController.class, ActionController.class})
public class ActPagesConfiguration {
}
