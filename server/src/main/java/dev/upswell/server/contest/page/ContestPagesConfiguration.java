package dev.upswell.server.contest.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The page of trials of configurations; needs [dev.upswell.server.contest.Contest] and the web shell.
@Configuration(proxyBeanMethods = false)
@Import(ContestController.class)
public class ContestPagesConfiguration {
}
