# It exists already: of a new one the provider asks AWS.
resource "aws_sfn_state_machine" "restore" {
  name       = "restore"
  role_arn   = "arn:aws:iam::123456789012:role/restore"
  definition = "{\"StartAt\":\"Describe\",\"States\":{\"Describe\":{\"Type\":\"Task\",\"End\":true,\"Resource\":\"arn:aws:states:::aws-sdk:rds:describeDBClusters\",\"Parameters\":{\"DBClusterIdentifier.$\":\"$.cluster\"}}}}"
}
