-- A version says as bewaartermijnLog how long its log records are kept.
UPDATE verwerkingsregister_activiteiten SET inhoud = REPLACE(inhoud, '"bewaartermijnLogboek":', '"bewaartermijnLog":');
