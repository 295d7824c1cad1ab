# Reads columns written by stats.ts and times survival's functions on them, one command a line: <task> <repeats>.
suppressMessages(library(survival))
arguments <- commandArgs(trailingOnly = TRUE)
n <- as.integer(arguments[1])
column <- function(name, what, size) readBin(file.path(arguments[2], name), what, n, size = size, endian = "little")
d <- data.frame(
  days = column("days", "integer", 4), events = column("events", "integer", 1), groups = column("groups", "integer", 1),
  age = column("age", "double", 8), sex = column("sex", "double", 8), risk = column("risk", "double", 8)
)
y <- Surv(d$days, d$events)
x <- as.matrix(d[c("age", "sex", "risk")])
tasks <- list(
  survfit = function() {
    fit <- survfit(Surv(days, events) ~ 1, data = d, conf.type = "log-log")
    quantile(fit, 0.5)
  },
  survdiff = function() survdiff(Surv(days, events) ~ groups, data = d),
  coxph = function() coxph(Surv(days, events) ~ age + sex + risk, data = d, ties = "efron"),
  coxph.fit = function() {
    coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", as.character(seq_len(n)), resid = FALSE)
  }
)
cat(as.character(packageVersion("survival")), "\n")
flush(stdout())
commands <- file("stdin", "r")
while (length(line <- readLines(commands, 1)) > 0) {
  parts <- strsplit(line, " ")[[1]]
  repeats <- as.integer(parts[2])
  invisible(gc())
  start <- proc.time()[["elapsed"]]
  for (i in seq_len(repeats)) tasks[[parts[1]]]()
  cat(1000 * (proc.time()[["elapsed"]] - start) / repeats, "\n")
  flush(stdout())
}
