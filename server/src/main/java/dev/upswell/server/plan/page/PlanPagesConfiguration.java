package dev.upswell.server.plan.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page of the planner; needs [dev.upswell.server.plan.Planner] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(PlannerController.class)
public class PlanPagesConfiguration {
}
