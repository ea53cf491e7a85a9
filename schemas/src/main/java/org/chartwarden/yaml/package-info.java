/**
 * Strict YAML: unknown and repeated keys are refused, everything that is wrong is collected, and each problem names its
 * file, line and column and what is allowed.
 */
package org.chartwarden.yaml;
