// name:    guest.any_running
// mode:    read
// returns: transactions  INTEGER  how many
//
// How many transactions of strangers' statements the server works on.

SHOW TRANSACTIONS
YIELD metaData
WHERE metaData.guest IS NOT NULL
RETURN count(*) AS transactions
ORDER BY transactions;
