aws arc-zonal-shift list-zonal-shifts --region us-east-1 --status ACTIVE --query 'items[].[resourceIdentifier,awayFrom,startTime,expiryTime,comment]' --output table
