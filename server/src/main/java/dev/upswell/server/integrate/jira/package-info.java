/// Tasks as issues of Jira Cloud.
@NullMarked
package dev.upswell.server.integrate.jira;

import org.jspecify.annotations.NullMarked;
