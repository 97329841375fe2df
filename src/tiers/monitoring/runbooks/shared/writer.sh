aws rds describe-db-clusters --region us-east-1 --db-cluster-identifier {{ cluster }} --query 'DBClusters[0].[Status,LatestRestorableTime,DBClusterMembers[].[DBInstanceIdentifier,IsClusterWriter]]'
