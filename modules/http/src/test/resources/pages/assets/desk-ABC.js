console.info('a desk'); console.info('a desk'); console.info('a desk'); console.info('a desk'); console.info('a desk');
