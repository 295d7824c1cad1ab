# Writes start-stop.csv and start-stop.json: Cox models on (start, stop] rows, in the form of the reference cases.
# Rscript start-stop.R, with R 4.2.2 and survival 3.5-3. Data: Stanford heart transplants (Crowley and Hu 1977), survival::heart.
library(survival)
options(digits = 17)
data <- heart[c("start", "stop", "event", "age", "year", "surgery", "transplant")]
data$transplant <- as.integer(as.character(data$transplant))
write.csv(data, "start-stop.csv", row.names = FALSE, quote = FALSE)
data <- read.csv("start-stop.csv")

number <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), "\"Inf\"", formatC(x, digits = 17, format = "g")))
list_of <- function(x) paste0("[", paste(number(x), collapse = ","), "]")
texts <- function(x) paste0("[", paste0("\"", x, "\"", collapse = ","), "]")
test <- function(chisq, df) sprintf("{\"chisq\":%s,\"df\":%d,\"p\":%s}", number(chisq), df, number(pchisq(chisq, df, lower.tail = FALSE)))

model <- function(rhs, ties) {
  fit <- coxph(as.formula(paste("Surv(start, stop, event) ~", rhs)), data = data, ties = ties, control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 60))
  b <- coef(fit)
  se <- sqrt(diag(vcov(fit)))
  hazards <- sapply(c("km", "identity", "rank"), function(transform) {
    table <- cox.zph(fit, transform = transform)$table
    sprintf("\"%s\":{\"rows\":%s,\"chisq\":%s,\"df\":%s,\"p\":%s}", transform, texts(rownames(table)), list_of(table[, 1]), list_of(table[, 2]), list_of(table[, 3]))
  })
  rows <- apply(vcov(fit), 1, list_of)
  paste0(
    "\"", ties, "\":{\"terms\":", texts(names(b)), ",\"n\":", fit$n, ",\"nevent\":", fit$nevent,
    ",\"coef\":", list_of(b), ",\"se\":", list_of(se), ",\"z\":", list_of(b / se), ",\"p\":", list_of(pchisq((b / se)^2, 1, lower.tail = FALSE)),
    ",\"hr\":", list_of(exp(b)), ",\"hr_lower\":", list_of(exp(b - qnorm(0.975) * se)), ",\"hr_upper\":", list_of(exp(b + qnorm(0.975) * se)),
    ",\"var\":[", paste(rows, collapse = ","), "],\"loglik\":", list_of(fit$loglik),
    ",\"lr\":", test(2 * diff(fit$loglik), length(b)), ",\"wald\":", test(fit$wald.test, length(b)), ",\"score\":", test(fit$score, length(b)),
    ",\"zph\":{", paste(hazards, collapse = ","), "}}"
  )
}
models <- c("age + year + surgery + transplant", "age + transplant", "age + transplant + strata(surgery)")
cox <- sapply(models, function(rhs) sprintf("{\"label\":\"start-stop\",\"rhs\":\"%s\",%s,%s}", rhs, model(rhs, "efron"), model(rhs, "breslow")))
writeLines(
  sprintf("{\"dataset\":\"start-stop\",\"source\":\"survival::heart\",\"n\":%d,\"columns\":%s,\"cox\":[%s]}", nrow(data), texts(names(data)), paste(cox, collapse = ",")),
  "start-stop.json"
)
